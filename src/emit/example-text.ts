import { misfitsIn } from "../evidence/misfits.js";
import { ownExample } from "../evidence/search-examples.js";
import type { Model, ModelId } from "../model/model.js";
import type { Place, Point } from "../model/place.js";
import type { ModelLookup } from "../model/schema.js";
import type { EmitOptions } from "./emit-context.js";

/** A page's example as its emitted type wants it: what an SDK makes of a text by a class is that text where the type is text. */
export function exampleText(
  model: Model<ModelId>,
  models: ModelLookup,
  { dates }: Pick<EmitOptions, "dates">,
): string | undefined {
  const text = model.example?.value.text;
  const start = model.example?.source.place?.start;
  const value = ownExample(model);
  if (text === undefined || start === undefined || !value || !/\bnew\s/.test(text)) return text;
  const saying = { page: model.page, place: model.place, name: model.name };
  const misfits = misfitsIn(models, Number.MAX_SAFE_INTEGER, dates)(
    value,
    { kind: "reference", target: model.id },
    saying,
  );
  const made = misfits.flatMap(({ made: each, place }) => (each ? [{ ...each, place }] : []));
  return withoutImports(withTexts(text, start, made), new Set(made.map(({ callee }) => callee)));
}

interface Made {
  readonly callee: string;
  readonly text: string;
  readonly place: Place;
}

function withTexts(text: string, start: Point, made: readonly Made[]): string {
  const starts = lineStartsOf(text);
  const offsetOf = ({ line, column }: Point): number =>
    line === start.line ? column - start.column : (starts[line - start.line] ?? 0) + column - 1;
  let copied = 0;
  let result = "";
  for (const { text: literal, place } of made.toSorted((a, b) => a.place.start.offset - b.place.start.offset)) {
    result += text.slice(copied, offsetOf(place.start)) + JSON.stringify(literal);
    copied = offsetOf(place.end);
  }
  return result + text.slice(copied);
}

function lineStartsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** Without the imports of classes that nothing names any more. */
function withoutImports(text: string, classes: ReadonlySet<string>): string {
  return text.replace(/^import \{ (\w+) \} from "[^"\n]*";\n/gm, (line, name: string) =>
    classes.has(name) && text.split(line).every((part) => !new RegExp(`\\b${name}\\b`).test(part)) ? "" : line,
  );
}
