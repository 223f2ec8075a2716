import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { createFormControl, type FieldErrors } from "react-hook-form";
import { expect, test } from "vitest";
import { badIssues, petSchema } from "./pet-shop.js";
import { badPet, goodPet, type Pet } from "./pets.js";

const resolver = standardSchemaResolver(petSchema);

/** What a form hands over, or shows, when it is submitted. */
async function submit(defaultValues: Pet): Promise<{ readonly valid?: Pet; readonly errors?: FieldErrors<Pet> }> {
  const { handleSubmit } = createFormControl({ defaultValues, resolver });
  return new Promise((resolve, reject) => {
    const submitting = handleSubmit(
      (valid) => resolve({ valid }),
      (errors) => resolve({ errors }),
    );
    submitting().catch(reject);
  });
}

test("submits a valid value", async () => {
  expect(await submit(goodPet)).toEqual({ valid: goodPet });
});

test("shows every issue at its field", async () => {
  const [name, tag, places, status, tags] = badIssues.map(({ message }) => ({ message, type: "" }));
  expect(await submit(badPet)).toEqual({
    errors: { name, tags: [undefined, { name: tag }], owner: { places }, parent: { status, tags } },
  });
  expect(badIssues).toHaveLength(5);
});

test("shows the issue of a value that has no fields at the root", async () => {
  const { errors } = await resolver(JSON.parse("null"), undefined, { fields: {}, shouldUseNativeValidation: false });
  expect(errors).toEqual({ root: { message: expect.any(String), type: "" } });
});
