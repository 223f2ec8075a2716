import type { Schema } from "../../model/schema.js";
import type { Type } from "../../model/type.js";
import type { Override } from "../../overrides/override.js";
import type { Unmatched } from "../proposal.js";
import type { Declaration, Mention, WireFacts } from "./declaration.js";
import type { StatedType } from "./stated-type.js";
import type { MembersOf } from "./type-members.js";

/** What comparing looks at beside a model and its type. */
export interface Comparing {
  readonly schema: Schema;
  readonly state: (type: Type<Mention>) => StatedType;
  readonly membersOf: MembersOf;
  readonly wireFactsOf: (declaration: Declaration) => WireFacts | undefined;
}

/** What comparing a model found. */
export interface Compared {
  readonly overrides: readonly Override[];
  readonly unmatched: readonly Unmatched[];
}

/** Where a declaration stands, as overrides name it. */
export function sourceOf({ file }: Pick<Declaration, "file">, line: number): string {
  return `types ${file}:${line}`;
}
