import fc from "fast-check";

/** What a user does in a repository; pages and outputs go by their names without an extension. */
export type Step =
  | { readonly kind: "write page"; readonly name: string; readonly version: number }
  /** One text is staged, another one is in the working tree. */
  | { readonly kind: "stage a part"; readonly name: string; readonly version: number; readonly after: number }
  | { readonly kind: "stage page"; readonly name: string }
  | { readonly kind: "stage pages" }
  | { readonly kind: "delete page"; readonly name: string }
  | { readonly kind: "unstage page"; readonly name: string }
  | { readonly kind: "rename page"; readonly name: string; readonly to: string }
  | { readonly kind: "edit output"; readonly name: string; readonly version: number; readonly banner: boolean }
  | { readonly kind: "stage edited output"; readonly name: string; readonly version: number }
  | { readonly kind: "delete output"; readonly name: string }
  | { readonly kind: "generate" }
  | { readonly kind: "generate --staged" }
  | { readonly kind: "commit" }
  | { readonly kind: "commit -a" }
  | { readonly kind: "commit page"; readonly name: string };

/** What a user does, and how git stores line ends meanwhile. */
export interface Sequence {
  readonly lineEnds: "LF" | "autocrlf" | "attributes";
  readonly steps: readonly Step[];
}

const name = fc.constantFrom("foo", "bar", "x/foo", "x/y/baz", "it's new");
const version = fc.nat(9);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("write page"), name, version }),
  fc.record({ kind: fc.constant("stage a part"), name, version, after: version }),
  fc.record({ kind: fc.constant("stage page"), name }),
  fc.record({ kind: fc.constant("stage pages") }),
  fc.record({ kind: fc.constant("delete page"), name }),
  fc.record({ kind: fc.constant("unstage page"), name }),
  fc.record({ kind: fc.constant("rename page"), name, to: name }),
  fc.record({ kind: fc.constant("edit output"), name, version, banner: fc.boolean() }),
  fc.record({ kind: fc.constant("stage edited output"), name, version }),
  fc.record({ kind: fc.constant("delete output"), name }),
  fc.record({ kind: fc.constant("generate") }),
  fc.record({ kind: fc.constant("generate --staged") }),
  fc.record({ kind: fc.constant("commit") }),
  fc.record({ kind: fc.constant("commit -a") }),
  fc.record({ kind: fc.constant("commit page"), name }),
);

/** Sequences of steps over a few pages. */
export const sequences: fc.Arbitrary<Sequence> = fc.record({
  lineEnds: fc.constantFrom("LF", "LF", "autocrlf", "attributes"),
  steps: fc.array(step, { minLength: 3, maxLength: 12 }),
});
