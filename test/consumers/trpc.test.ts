import { initTRPC, TRPCError } from "@trpc/server";
import { expect, test } from "vitest";
import { badIssues, petSchema } from "./pet-shop.js";
import { badPet, goodPet, type Pet } from "./pets.js";

const { createCallerFactory, procedure, router } = initTRPC.create();

const shop = router({
  admit: procedure.input(petSchema).mutation(({ input }): Pet => input),
  show: procedure.output(petSchema).query(() => goodPet),
  showWrongly: procedure.output(petSchema).query(() => badPet),
});

const caller = createCallerFactory(shop)({});

test("hands valid input to the procedure", async () => {
  expect(await caller.admit(goodPet)).toEqual(goodPet);
});

test("answers BAD_REQUEST, and its cause has the issues", async () => {
  const error: unknown = await caller.admit(badPet).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TRPCError);
  expect(error).toMatchObject({ code: "BAD_REQUEST", cause: { issues: badIssues } });
});

test("lets valid output through, and no other", async () => {
  expect(await caller.show()).toEqual(goodPet);
  await expect(caller.showWrongly()).rejects.toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
});
