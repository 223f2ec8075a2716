import { FormApi } from "@tanstack/form-core";
import { expect, test } from "vitest";
import { badIssues, ownerSchema, petSchema } from "./pet-shop.js";
import { badPet, goodPet, type Owner } from "./pets.js";

/** A form of a pet; of unknown type, since TanStack types the path of each field, and a recursive model has no last. */
function formOf(defaultValues: unknown) {
  const submitted: unknown[] = [];
  const form = new FormApi({
    defaultValues,
    validators: { onChange: petSchema },
    onSubmit: ({ value }) => {
      submitted.push(value);
    },
  });
  form.mount();
  return { form, submitted };
}

/** The errors of each field that has any. */
function errorsOf({ form }: ReturnType<typeof formOf>): Readonly<Record<string, unknown>> {
  const fields = Object.entries(form.getAllErrors().fields);
  return Object.fromEntries(fields.map(([field, shown]) => [field, shown?.errors]));
}

const [name, tag, places, status, tags] = badIssues;

test("submits a valid value", async () => {
  const { form, submitted } = formOf(goodPet);
  await form.handleSubmit();
  expect(submitted).toEqual([goodPet]);
});

test("submits no invalid value", async () => {
  const { form, submitted } = formOf(badPet);
  await form.handleSubmit();
  expect(form.state.canSubmit).toBe(false);
  expect(submitted).toEqual([]);
});

test("shows every issue at its field, without waiting", () => {
  const shown = formOf(badPet);
  shown.form.validateSync("change");
  expect(errorsOf(shown)).toEqual({
    name: [name],
    "tags[1].name": [tag],
    "owner.places": [places],
    "parent.status": [status],
    "parent.tags": [tags],
  });
  expect(badIssues).toHaveLength(5);
});

test("takes an issue away when its field is mended", () => {
  const shown = formOf(badPet);
  shown.form.validateSync("change");
  shown.form.setFieldValue("tags[1].name", "old");
  expect(Object.keys(errorsOf(shown))).toEqual(["name", "owner.places", "parent.status", "parent.tags"]);
});

/** A form with the type of its model. */
function formOfOwner(defaultValues: Owner) {
  return new FormApi({ defaultValues, validators: { onChange: ownerSchema } });
}

test("types a form by its model", () => {
  const form = formOfOwner({ kind: "shelter", places: 12 });
  form.mount();
  form.setFieldValue("kind", "person");
  expect(form.state.errors).toMatchObject([{ email: [{ code: "missing" }] }]);
});
