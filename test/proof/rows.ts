import type { Field, Model, ModelId, ObjectModel } from "../../src/model/model.js";
import { madeOf } from "./literal.js";
import { type Exports, loadModules } from "./load-guards.js";
import { modelsOf, type ProofCase, type ProofModel } from "./proof-case.js";
import { isKeyed } from "./reference-values.js";
import { validValues } from "./valid-values.js";

/** What was found of the issues that validators tell. */
export interface RowProof {
  /** How many fields were broken: each by a value of no type, and required ones by leaving them out. */
  readonly breaches: number;
  /** The breaches that no issue names by its path and its row, a line each. */
  readonly untold: readonly string[];
}

interface Told {
  readonly path: readonly unknown[];
  readonly code: string;
  readonly docs: string;
}

type Validate = (value: unknown) => { readonly issues?: readonly Told[] };

/** Breaks each field of each model of a case, and looks for an issue with its path and the line of its row. */
export function proveRows(proof: ProofCase): RowProof {
  const modules = loadModules(proof);
  const valid = validValues(proof.schema, proof.settings);
  const found = modelsOf(proof).flatMap((each) => {
    const base = each.model.kind === "object" ? valid.ofModel(each.model.id, "minimal") : undefined;
    const value = base && madeOf(base);
    if (each.model.kind !== "object" || !isKeyed(value)) return [];
    return breachesOf(each.model, value, validateIn(modules.load(each.file), each), proof);
  });
  return { breaches: found.length, untold: found.flatMap(({ untold }) => (untold === undefined ? [] : [untold])) };
}

interface Breach {
  readonly untold: string | undefined;
}

function breachesOf(
  model: ObjectModel<ModelId>,
  base: Readonly<Record<string, unknown>>,
  validate: Validate,
  proof: ProofCase,
): readonly Breach[] {
  return model.fields.flatMap((field) => {
    const entries = Object.entries(base).filter(([key]) => key !== field.localName);
    const wrong = Object.fromEntries([...entries, [field.localName, Symbol("of no type")]]);
    const breaches = [toldOf(model, field, validate(wrong), proof)];
    if (field.presence.value !== "required") return breaches;
    return [...breaches, toldOf(model, field, validate(Object.fromEntries(entries)), proof)];
  });
}

/** Nothing where a symbol breaks nothing: the type of the field takes everything. */
function toldOf(
  model: Model<ModelId>,
  { localName, place }: Field<ModelId>,
  { issues }: ReturnType<Validate>,
  proof: ProofCase,
): Breach {
  const docs = `${model.page}:${place.start.line}`;
  if (issues === undefined) return { untold: undefined };
  const isTold = issues.some(({ path, docs: row }) => path.length === 1 && path[0] === localName && row === docs);
  const others = JSON.stringify(issues).slice(0, 200);
  return { untold: isTold && issues.length === 1 ? undefined : `${proof.name} ${docs} ${localName}: ${others}` };
}

function validateIn(exports: Exports, { type, file }: ProofModel): Validate {
  const validate = exports[`validate${type}`];
  if (!isValidate(validate)) throw new Error(`${file} has no validator of ${type}`);
  return validate;
}

function isValidate(value: unknown): value is Validate {
  return typeof value === "function";
}
