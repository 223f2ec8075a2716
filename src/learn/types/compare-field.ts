import { jsonTextOf } from "../../defaults/json-text.js";
import type { Field, Model, ModelId } from "../../model/model.js";
import type { Override } from "../../overrides/override.js";
import type { Unmatched } from "../proposal.js";
import { typeText } from "../type-text.js";
import { type Compared, type Comparing, sourceOf } from "./comparing.js";
import type { Declaration, DeclaredField, WireFacts } from "./declaration.js";
import { type StatedType, sayable, statedOf } from "./stated-type.js";
import { areEqual, without } from "./type-members.js";

/** A row, its property, and where both stand. */
export interface FieldPair {
  readonly model: Model<ModelId>;
  readonly field: Field<ModelId>;
  readonly declared: DeclaredField;
  readonly declaration: Declaration;
  readonly facts: WireFacts | undefined;
}

/** Says where a property differs from its row. */
export function compareField(pair: FieldPair, comparing: Comparing): Compared {
  const typed = compareType(pair, comparing);
  return {
    overrides: [...presenceOverrides(pair), ...typed.overrides, ...wireOverrides(pair)],
    unmatched: typed.unmatched,
  };
}

function statedBy({ model, field, declared, declaration }: FieldPair, line: number = declared.line) {
  return { at: `${model.page}#${field.name}`, source: sourceOf(declaration, line), confidence: "stated" } as const;
}

function presenceOverrides(pair: FieldPair): readonly Override[] {
  const isRequired = !pair.declared.optional;
  if ((pair.field.presence.value === "required") === isRequired) return [];
  return [{ ...statedBy(pair), fact: "required", value: isRequired }];
}

/** Null is a fact of its own: a type that differs in nothing else stays as the page has it. */
function compareType(pair: FieldPair, { state, membersOf, schema }: Comparing): Compared {
  const { field, declared } = pair;
  const type = state(declared.type);
  const [wanted, known] = [membersOf(type), membersOf(statedOf(field.type.value))];
  const isNullable = wanted.has("null") || type.kind === "nullable";
  const wasNullable = known.has("null") || field.nullability.value === "yes";
  // What is anything is null too, whether or not that is said.
  const isSaid = isNullable === wasNullable || (wanted.has("unknown") && !isNullable);
  const nullable: readonly Override[] = isSaid ? [] : [{ ...statedBy(pair), fact: "nullable", value: isNullable }];
  if (areEqual(without(wanted, "null"), without(known, "null"))) return { overrides: nullable, unmatched: [] };
  const said = sayable(withoutNull(type));
  // What is open in the SDK alone cannot be said of a field.
  const isSame = areEqual(without(without(wanted, "null"), "others"), without(known, "null"));
  if (!said || isSame) return { overrides: nullable, unmatched: [unsaid(pair)] };
  const value = typeText(said, pair.model.page, schema.models);
  if (value === undefined) return { overrides: nullable, unmatched: [unsaid(pair)] };
  return { overrides: [{ ...statedBy(pair), fact: "type", value }, ...nullable], unmatched: [] };
}

function withoutNull(type: StatedType): StatedType {
  return type.kind === "nullable" ? type.type : type;
}

function unsaid({ model, field, declared, declaration }: FieldPair): Unmatched {
  const reason = `\`${declaration.name}.${declared.name}\` has a type that no cell can say`;
  return { source: sourceOf(declaration, declared.line), reason, at: `${model.page}#${field.name}` };
}

function wireOverrides(pair: FieldPair): readonly Override[] {
  const { field, declared, declaration, facts } = pair;
  const exposed = declared.wireName === undefined ? undefined : { value: declared.wireName, line: declared.line };
  const name = exposed ?? facts?.wireNames.get(declared.name);
  const preset = facts?.defaults.get(declared.name);
  const overrides: Override[] = [];
  if (preset && JSON.stringify(preset.value) !== (field.default && jsonTextOf(field.default.value))) {
    overrides.push({ ...statedBy(pair, preset.line), fact: "default", value: preset.value });
  }
  if (
    name &&
    name.value !== (field.wireName?.value ?? field.name) &&
    !isOfEnvelope(declaration, declared, name.value)
  ) {
    overrides.push({ ...statedBy(pair, name.line), fact: "wireName", value: name.value });
  }
  return overrides;
}

/**
 * Whether a name is one of those by which generators call the parts of a request or a response (`requestBody` from
 * `RequestBody`): they stand beside what is sent, not in it.
 */
function isOfEnvelope({ name, file }: Declaration, { name: local }: DeclaredField, wireName: string): boolean {
  const isCapital = wireName.charAt(0).toLowerCase() + wireName.slice(1) === local;
  return isCapital && /(?:^|\/)(?:operations\/|[^/]*op\.ts$)/.test(file) && /(?:Request|Response)$/.test(name);
}
