import { Ajv, type Options, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

/** What ajv would only warn of throws; names that every object inherits count as its own alone, as for guards. */
const options: Options = { strict: true, ownProperties: true };

const judges = {
  "draft-07": formats.default(new Ajv(options)),
  "draft-2020-12": formats.default(new Ajv2020(options)),
} as const;

type Converter = (options: { readonly target: string }) => Record<string, unknown>;

/** What is judged of a model. */
export interface Judged {
  readonly is: (value: unknown) => boolean;
  readonly schema: { readonly "~standard": { readonly jsonSchema: Readonly<Record<Side, Converter>> } };
}

/** What a JSON Schema describes: JSON text that is read, or a value by the names of its properties, which guards take. */
type Side = "input" | "output";

/** Who takes a value. */
export interface Verdict {
  readonly json: string;
  readonly guard: boolean;
  readonly draft7: boolean;
  readonly draft2020: boolean;
}

/** The verdicts on values as JSON carries them: null for NaN, nothing for undefined. */
export function verdictsOn(values: readonly unknown[], judged: Judged, side: Side = "output"): readonly Verdict[] {
  const draft7 = compiled("draft-07", judged, side);
  const draft2020 = compiled("draft-2020-12", judged, side);
  return [...new Set(values.flatMap(jsonOf))].map((json) => {
    const value: unknown = JSON.parse(json);
    return { json, guard: judged.is(value), draft7: draft7(value), draft2020: draft2020(value) };
  });
}

/** The verdicts where ajv, by one of the drafts, thinks otherwise than the guard. */
export function disputed(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter(({ guard, draft7, draft2020 }) => draft7 !== guard || draft2020 !== guard);
}

function compiled(target: keyof typeof judges, { schema }: Judged, side: Side): ValidateFunction {
  return judges[target].compile(schema["~standard"].jsonSchema[side]({ target }));
}

/** The value's JSON; nothing where it has none, as a bigint or a symbol. */
function jsonOf(value: unknown): readonly string[] {
  try {
    const json: string | undefined = JSON.stringify(value);
    return json === undefined ? [] : [json];
  } catch {
    return [];
  }
}
