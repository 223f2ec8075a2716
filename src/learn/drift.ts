import { jsonTextOf } from "../defaults/json-text.js";
import type { Finding } from "../diagnostics/report.js";
import type { Source } from "../model/fact.js";
import type { Field, Model, ModelId, ObjectModel } from "../model/model.js";
import type { Place } from "../model/place.js";
import type { Schema } from "../model/schema.js";
import type { LiteralValue, Type } from "../model/type.js";
import type { Override } from "../overrides/override.js";
import { membersOfText, type PartDrift, partDrift } from "./part-drift.js";
import type { Proposal, Unmatched } from "./proposal.js";
import { typeText } from "./type-text.js";

/** Where pages and a source disagree, at the cell, and what one of them has alone. */
export function driftFindings({ overrides, unmatched }: Proposal, schema: Schema): readonly Finding[] {
  const subjectOf = subjectFinder(schema);
  return [
    ...overrides.flatMap((override) => {
      const subject = subjectOf(override.at);
      return subject ? [driftOf(override, subject, schema)] : [];
    }),
    ...unmatchedFindings(unmatched, subjectOf),
  ];
}

/** A model, or one of its fields. */
interface Subject {
  readonly model: Model<ModelId>;
  readonly field?: Field<ModelId> | undefined;
}

function subjectFinder(schema: Schema): (at: string) => Subject | undefined {
  const byPage = new Map([...schema.models.values()].map((model) => [model.page, model]));
  return (at) => {
    const whole = byPage.get(at);
    if (whole) return { model: whole };
    for (let hash = at.indexOf("#"); hash >= 0; hash = at.indexOf("#", hash + 1)) {
      const model = byPage.get(at.slice(0, hash));
      if (!model) continue;
      const name = at.slice(hash + 1);
      return { model, field: model.kind === "object" ? model.fields.find((each) => each.name === name) : undefined };
    }
    return undefined;
  };
}

/** What a page says of a fact, what its source says, and the cell. */
interface Disagreement {
  readonly found: string;
  readonly wanted: string;
  readonly place: Place | undefined;
}

function driftOf(override: Override, subject: Subject, schema: Schema): Finding {
  const { model, field } = subject;
  const { found, wanted, place } = field
    ? fieldDrift(override, field, model, schema)
    : modelDrift(override, model, schema);
  const name = field ? `\`${field.name}\`` : `\`${model.name}\``;
  return {
    rule: isUnsaid(override, subject) ? "unsaid-fact" : "drift",
    page: model.page,
    place: place ?? field?.place ?? model.place,
    reason: `Unexpected ${found} of ${name}, expected ${wanted} as in ${override.source ?? "the source"}`,
    actual: found,
    expected: [wanted],
  };
}

/** Whether a page leaves out what a source says, and so does not say otherwise. */
function isUnsaid({ fact }: Override, { model, field }: Subject): boolean {
  switch (fact) {
    case "nullable":
      return field?.nullability.source.origin === "policy";
    case "required":
      return field?.presence.source.origin === "policy";
    case "default":
      return field?.default === undefined;
    case "wireName":
      return field?.wireName === undefined;
    case "format":
      return field?.format === undefined;
    case "additional":
      return model.kind === "object" && model.additional === undefined;
    case "type":
    case "values":
      return field === undefined && model.kind === "alias" && model.cause === "bare";
    case "open":
      return false;
  }
}

function fieldDrift(override: Override, field: Field<ModelId>, { page }: Model<ModelId>, schema: Schema): Disagreement {
  const { type, presence, nullability } = field;
  switch (override.fact) {
    case "nullable": {
      const [without, may] = ["type without null", "one that may be null"];
      const place = placeOn(page, nullability.source) ?? type.source.place;
      return override.value
        ? { found: without, wanted: may, place }
        : { found: "null in the type", wanted: "none", place };
    }
    case "required":
      return {
        found: override.value ? "optional presence" : "required presence",
        wanted: override.value ? "a required one" : "an optional one",
        place: placeOn(page, presence.source),
      };
    case "default": {
      const known = field.default && jsonTextOf(field.default.value);
      return { found: `default ${textOf(known)}`, wanted: jsonText(override.value), place: undefined };
    }
    case "wireName":
      return {
        found: `name \`${field.wireName?.value ?? field.name}\` in JSON`,
        wanted: `\`${override.value}\``,
        place: undefined,
      };
    case "format":
      return {
        found: `format ${textOf(field.format?.value)}`,
        wanted: `\`${override.value}\``,
        place: field.format?.source.place,
      };
    case "type":
    case "additional":
    case "values":
    case "open": {
      const known = typeText(type.value, page, schema.models);
      return { ...typeDrift(known, override), place: type.source.place };
    }
  }
}

/** Where a fact is said on a page; nothing where another one shows it. */
function placeOn(page: string, source: Source): Place | undefined {
  return source.page === undefined || source.page === page ? source.place : undefined;
}

function modelDrift(override: Override, model: Model<ModelId>, schema: Schema): Disagreement {
  const wanted = wantedText(override);
  switch (override.fact) {
    case "values":
      return { ...valuesDrift(model, override.value), place: undefined };
    case "open":
      return override.value
        ? { found: "closed list", wanted: "one that admits other values", place: undefined }
        : { found: "open list", wanted: "a closed one", place: undefined };
    case "additional": {
      const known = model.kind === "object" ? additionalText(model, schema) : undefined;
      return { found: `type ${textOf(known)} of other keys`, wanted, place: undefined };
    }
    case "type":
    case "nullable":
    case "required":
    case "format":
    case "default":
    case "wireName": {
      const type = aliasType(model);
      const known = type && typeText(type, model.page, schema.models);
      return { ...typeDrift(known, override), place: undefined };
    }
  }
}

function typeDrift(known: string | undefined, override: Override): PartDrift {
  const { value } = override;
  const parts = known !== undefined && typeof value === "string" ? [known, value].map(membersOfText) : [];
  const [ours = [], theirs = []] = parts;
  return partDrift(ours, theirs, "type") ?? { found: `type ${textOf(known)}`, wanted: wantedText(override) };
}

function valuesDrift(model: Model<ModelId>, values: readonly LiteralValue[]): PartDrift {
  const known = model.kind === "enum" ? model.values.map(({ value }) => value) : [];
  const [ours, theirs] = [known, values].map((each) => each.map((value) => JSON.stringify(value)));
  const shown = known.length === 0 ? "none" : known.map(jsonText).join(", ");
  const whole = { found: `values ${shown}`, wanted: values.map(jsonText).join(", ") };
  return partDrift(ours ?? [], theirs ?? [], "list of values") ?? whole;
}

function aliasType(model: Model<ModelId>): Type<ModelId> | undefined {
  if (model.kind === "alias") return model.type;
  return model.kind === "union" ? { kind: "union", members: model.members.map(({ type }) => type) } : undefined;
}

function additionalText({ additional, page }: ObjectModel<ModelId>, { models }: Schema): string | undefined {
  return additional && typeText(additional.value, page, models);
}

function wantedText({ fact, value }: Override): string {
  if (fact === "values") return value.map(jsonText).join(", ");
  return typeof value === "string" ? `\`${value}\`` : jsonText(value);
}

function textOf(text: string | undefined): string {
  return text === undefined ? "none" : `\`${text}\``;
}

function jsonText(value: unknown): string {
  return value === undefined ? "none" : `\`${JSON.stringify(value)}\``;
}

/** So many of what only the source has are named. */
const mostNamed = 10;

/** What the source alone has stands on no page: it is told of once. */
function unmatchedFindings(
  unmatched: readonly Unmatched[],
  subjectOf: (at: string) => Subject | undefined,
): readonly Finding[] {
  const strays = unmatched.filter(({ at, isUnread }) => at === undefined && !isUnread);
  const placed = unmatched.filter(({ at, isUnread }) => at !== undefined || isUnread);
  const findings = placed.map(({ at, source, reason, isUnread }): Finding => {
    const subject = at === undefined ? undefined : subjectOf(at);
    const place = subject?.field?.place ?? subject?.model.place;
    const rule = isUnread ? "unread-source" : "unmatched-source";
    return { rule, page: subject?.model.page ?? ".", place, reason: `${reason} (${source})` };
  });
  if (strays.length === 0) return findings;
  const named = strays.slice(0, mostNamed).map(({ source, reason }) => `${reason} (${source})`);
  const rest = strays.length > mostNamed ? `, and ${strays.length - mostNamed} more` : "";
  return [...findings, { rule: "unmatched-source", page: ".", reason: `${named.join(", ")}${rest}` }];
}
