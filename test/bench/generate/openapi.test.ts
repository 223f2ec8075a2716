import { expect, it } from "vitest";
import { asJsonSchema } from "./openapi.js";

it("leads references to definitions and drops discriminators, but no property of that name", () => {
  expect(
    asJsonSchema({
      oneOf: [{ $ref: "#/components/schemas/Cat" }],
      discriminator: { propertyName: "kind" },
      properties: { discriminator: { type: "string" } },
    }),
  ).toEqual({ oneOf: [{ $ref: "#/definitions/Cat" }], properties: { discriminator: { type: "string" } } });
});
