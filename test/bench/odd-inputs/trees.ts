import { Ajv } from "ajv";
import { type } from "arktype";
import Type from "typebox";
import { Compile } from "typebox/compile";
import * as v from "valibot";
import * as z from "zod";
import * as mini from "zod/mini";
import type { Check, Guard } from "../contestants/contestant.js";
import { isRecord } from "../contestants/hand/values.js";
import type { Tree } from "../shapes/models.js";

/** A validator of the model that contains itself. */
export interface TreeValidator {
  readonly is: Guard;
  readonly check: Check;
}

function isTree(value: unknown): boolean {
  return (
    isRecord<Tree>(value) &&
    typeof value.label === "string" &&
    (value.children === undefined || (Array.isArray(value.children) && value.children.every(isTree)))
  );
}

/** The yardstick. */
export const hand: TreeValidator = { is: isTree, check: (value) => (isTree(value) ? null : ["wrong"]) };

const ajv = new Ajv({ allErrors: true }).compile({
  type: "object",
  properties: { label: { type: "string" }, children: { type: "array", items: { $ref: "#" } } },
  required: ["label"],
});

/** ajv; what it compiles here is what its standalone code says. */
export const ajvStandalone: TreeValidator = {
  is: (value) => ajv(value),
  check: (value) => (ajv(value) ? null : (ajv.errors ?? null)),
};

const typeboxTree = Compile(
  Type.Cyclic(
    { Tree: Type.Object({ label: Type.String(), children: Type.Optional(Type.Array(Type.Ref("Tree"))) }) },
    "Tree",
  ),
);

/** typebox. */
export const typebox: TreeValidator = {
  is: (value) => typeboxTree.Check(value),
  check: (value) => (typeboxTree.Check(value) ? null : [...typeboxTree.Errors(value)]),
};

const arktypeTree = type({ label: "string", "children?": "this[]" });

/** arktype. */
export const arktype: TreeValidator = {
  is: (value) => arktypeTree.allows(value),
  check: (value) => {
    const result = arktypeTree(value);
    return result instanceof type.errors ? result : null;
  },
};

const zodTree = z.object({
  label: z.string(),
  get children() {
    return z.optional(z.array(zodTree));
  },
});

/** zod. */
export const zod: TreeValidator = {
  is: (value) => zodTree.safeParse(value).success,
  check: (value) => zodTree.safeParse(value).error?.issues ?? null,
};

const zodMiniTree = mini.object({
  label: mini.string(),
  get children() {
    return mini.optional(mini.array(zodMiniTree));
  },
});

/** zod mini. */
export const zodMini: TreeValidator = {
  is: (value) => zodMiniTree.safeParse(value).success,
  check: (value) => zodMiniTree.safeParse(value).error?.issues ?? null,
};

const valibotTree: v.GenericSchema<Tree> = v.object({
  label: v.string(),
  children: v.optional(v.array(v.lazy(() => valibotTree))),
});

/** valibot. */
export const valibot: TreeValidator = {
  is: (value) => v.is(valibotTree, value),
  check: (value) => v.safeParse(valibotTree, value).issues ?? null,
};
