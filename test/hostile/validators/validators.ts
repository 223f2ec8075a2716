import type { EmitOptions } from "../../../src/emit/emit-context.js";
import type { Schema } from "../../../src/model/schema.js";
import type { Issue } from "../../../src/runtime/validation.js";
import { type Validators, validatorsIn } from "../../validators/outputs.js";
import { moneyModule, samples } from "../../validators/samples.js";
import { called, defaulting, schemaOf } from "../../validators/schema-builder.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { type HostileValue, hostileTexts, hostileValues, secret } from "./hostile-values.js";
import { changesBetween, lookAtPrototypes } from "./prototypes.js";

/** The samples with other names in JSON, some of them names of other fields, and with defaults. */
const renamed: Schema = schemaOf(
  ...[...samples.models.values()].map((model) => {
    if (model.kind !== "object") return model;
    const fields = model.fields.map((row, at) => {
      const other = model.fields[(at + 1) % model.fields.length] ?? row;
      return defaulting("{}", row.localName === "type" ? called("kind", row) : called(other.localName, row));
    });
    return { ...model, fields };
  }),
);

/** Ways to emit, each of which checks in other code. */
const ways: readonly (readonly [name: string, options: Partial<EmitOptions>, schema?: Schema])[] = [
  ["by default", {}],
  ["closed", { unknownKeys: "reject" }],
  ["exact", { optional: "exact" }],
  ["with dates as texts", { dates: "string" }],
  ["renamed and filled in", { unknownKeys: "reject", defaults: "fill" }, renamed],
];

/** A call of one entry point, and what it must not break. */
interface Case {
  readonly name: string;
  readonly try: () => readonly string[];
}

const modelNames = [...samples.names.values()].map(({ type }) => type);

/** How long one call may take, in seconds of the processor: a check may enter ten million values. */
const patience = 10;

/** Emitted validators on hostile values, through every entry point. */
export const validators: Trial = {
  name: "validators",
  promise:
    "Validators answer whatever they are given: no throw, no hang, no changed prototype, no received value in a message",
  cases: { command: 12_000, suite: 1_500 },
  run: tryValidators,
};

async function tryValidators({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const list: Case[] = [];
  for (const [way, options, schema = samples] of ways) {
    const find = await validatorsIn(schema, options, { "money.ts": moneyModule });
    for (const name of modelNames) list.push(...casesOf(`${name}, ${way}`, find(name)));
  }
  const chosen = chooseCases(list, cases, seed);
  const failures: string[] = [];
  let before = lookAtPrototypes();
  for (const [at, each] of chosen.entries()) {
    if (at % 2_000 === 0) tell(`${at} of ${chosen.length}`);
    failures.push(...tryCase(each));
    const after = lookAtPrototypes();
    failures.push(...changesBetween(before, after).map((change) => `${each.name}: changed ${change}`));
    before = after;
  }
  return { cases: chosen.length, failures };
}

/** So many of a list, spread over it, from a place that the seed says. */
function chooseCases(list: readonly Case[], cases: number, seed: number): readonly Case[] {
  const step = Math.max(1, list.length / cases);
  const count = Math.min(cases, list.length);
  return Array.from({ length: count }, (_, at) => list[Math.floor(at * step + (seed % step)) % list.length]).flatMap(
    (each) => each ?? [],
  );
}

function tryCase({ name, try: attempt }: Case): readonly string[] {
  const start = process.cpuUsage();
  try {
    const failures = attempt();
    const seconds = process.cpuUsage(start).user / 1e6;
    const late = seconds > patience ? [`took ${seconds.toFixed(1)} s`] : [];
    return [...failures, ...late].map((failure) => `${name}: ${failure}`);
  } catch (error) {
    return [`${name}: threw ${describe(error)}`];
  }
}

function casesOf(model: string, found: Validators): readonly Case[] {
  return [
    ...hostileValues.flatMap((value) => valueCases(model, found, value)),
    ...hostileTexts.map(([name, text]) => ({ name: `parse ${model}: ${name}`, try: () => parsed(found, text()) })),
    ...["draft-2020-12", "draft-07"].map((target) => ({
      name: `JSON Schema ${model}: ${target}`,
      try: () => described(found, target),
    })),
  ];
}

function valueCases(model: string, found: Validators, { name, make, changes = false }: HostileValue): readonly Case[] {
  const standard = found.schema["~standard"];
  return [
    { name: `is ${model}: ${name}`, try: () => isAnswer(found.is(make())) },
    { name: `validate ${model}: ${name}`, try: () => agrees(found, make(), found.validate, changes) },
    { name: `schema ${model}: ${name}`, try: () => agrees(found, make(), standard.validate, changes) },
    { name: `assert ${model}: ${name}`, try: () => asserted(found, make(), changes) },
  ];
}

function isAnswer(answer: unknown): readonly string[] {
  return typeof answer === "boolean" ? [] : [`answered ${typeof answer}`];
}

function agrees(
  found: Validators,
  value: unknown,
  validate: (value: unknown) => unknown,
  changes: boolean,
): readonly string[] {
  const result = validate(value) as ReturnType<Validators["validate"]>;
  const taken = result.issues === undefined;
  const isSame = changes || found.is(value) === taken;
  return [...(isSame ? [] : ["the guard says otherwise"]), ...resultFaults(result, value)];
}

/** What is wrong with a result: issues that are none, or that tell what was received. */
function resultFaults(result: ReturnType<Validators["validate"]>, value: unknown): readonly string[] {
  if (result.issues === undefined) return Object.is(result.value, value) ? [] : ["the value is another one"];
  return issueFaults(result.issues);
}

function issueFaults(issues: readonly Issue[]): readonly string[] {
  if (issues.length === 0) return ["refused without an issue"];
  if (issues.length > 10_000) return [`${issues.length} issues`];
  const told = issues.filter(({ message, expected, received }) => `${message}${expected}${received}`.includes(secret));
  const bad = issues.filter(({ message, path }) => typeof message !== "string" || !Array.isArray(path));
  return [...told.map(({ message }) => `told what it received: ${message}`), ...bad.map(() => "an issue that is none")];
}

function asserted(found: Validators, value: unknown, changes: boolean): readonly string[] {
  try {
    found.assert(value);
  } catch (error) {
    const isOurs = error instanceof Error && error.constructor === found.shared["ModelValidationError"];
    if (!isOurs) return [`threw ${describe(error)}`];
    return error.message.includes(secret) ? ["told what it received"] : [];
  }
  return changes || found.is(value) ? [] : ["passed what the guard refuses"];
}

function parsed(found: Validators, text: string): readonly string[] {
  const { value, issues } = found.parse(text);
  if (issues) return issueFaults(issues);
  const isPlain = typeof value !== "object" || value === null || isBuiltIn(Object.getPrototypeOf(value));
  return isPlain ? [] : ["the parsed value has a prototype of its own"];
}

function isBuiltIn(prototype: unknown): boolean {
  return [Object.prototype, Array.prototype, Date.prototype].some((known) => known === prototype);
}

function described(found: Validators, target: string): readonly string[] {
  const { input, output } = found.schema["~standard"].jsonSchema;
  const texts = [input, output].map((convert) => JSON.stringify(convert({ target })));
  return texts.every((text) => text.startsWith("{")) ? [] : ["no JSON Schema"];
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 100)}` : typeof error;
}
