import { limitsOf } from "./diagnostics/limits.js";
import type { EmitOptions } from "./emit/emit-context.js";
import { defaultEvidence, type Evidence } from "./evidence/evidence.js";
import type { Policy } from "./evidence/policy.js";
import type { LinkOptions } from "./link/link.js";
import { notations } from "./notation/index.js";
import type { Options } from "./options.js";

/** The options of linking, with their defaults. */
export function linkOptions(options: Options): LinkOptions {
  return {
    externals: options.externals ?? {},
    properties: options.names?.properties,
    caseOf: (notation) => notations.find(({ name }) => name === notation)?.propertyCase ?? "documented",
    overrides: options.names?.overrides ?? {},
    limits: limitsOf(options),
  };
}

/** What examples are believed of, with the defaults. */
export function evidenceOptions({ evidence = {} }: Options): Evidence {
  return {
    nulls: evidence.nulls ?? defaultEvidence.nulls,
    exampleCells: evidence.exampleCells ?? defaultEvidence.exampleCells,
    openEnums: evidence.openEnums ?? defaultEvidence.openEnums,
    stringsOrNumbers: evidence.stringsOrNumbers ?? defaultEvidence.stringsOrNumbers,
    extraKeys: evidence.extraKeys ?? defaultEvidence.extraKeys,
    absentKeys: evidence.absentKeys ?? defaultEvidence.absentKeys,
  };
}

/** What is taken of facts that no page states. */
export function policyOptions(options: Options): Policy {
  return { nulls: options.nulls ?? "documented" };
}

/** The options of emitting, with their defaults. */
export function emitOptions(options: Options): EmitOptions {
  return {
    optional: options.optional ?? "undefined",
    dates: options.dates ?? "Date",
    validators: options.validators ?? true,
    unknownKeys: options.unknownKeys ?? "allow",
    defaults: options.defaults ?? "document",
    importExtension: options.importExtension ?? ".js",
  };
}
