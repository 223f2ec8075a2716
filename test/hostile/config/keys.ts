import fc from "fast-check";
import { compile } from "../../../src/compile.js";
import { parseConfig } from "../../../src/config.js";
import { ConfigError } from "../../../src/config-error.js";
import { pageOf } from "../sandbox/pages.js";

/** Names that every object seems to have, beside a few that options have. */
const inherited = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "then",
  "__defineGetter__",
];
const options = [
  "externals",
  "names",
  "overrides",
  "properties",
  "notations",
  "rules",
  "docs",
  "dates",
  "from",
  "name",
  "guard",
];

const key = fc.constantFrom(...inherited, ...options);
const leaf = fc.oneof(
  fc.constantFrom<unknown>("x", "", "string", "off", "go", null, true, 0, -1, 1e308, [], ...inherited),
  fc.string(),
);
const { value: tree } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    leaf,
    fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map(objectOf),
  ),
}));

/** As `JSON.parse` makes it: `__proto__` is a member as any other. */
function objectOf(members: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(members);
}

/** A configuration whose options are what they should be as often as not. */
export const configs: fc.Arbitrary<unknown> = fc.oneof(
  tree,
  fc.record(
    {
      externals: fc.dictionary(key, fc.oneof(fc.constant("m"), fc.constant({ from: "m", name: "N" }), tree)),
      notations: fc.dictionary(key, fc.oneof(fc.constant("go"), tree)),
      names: fc.record({ overrides: fc.dictionary(key, fc.oneof(fc.constant("b"), tree)) }),
      rules: fc.oneof(fc.constant({}), tree),
    },
    { requiredKeys: [] },
  ),
);

/** Pages that speak of such names. */
const pages = inherited.map((name) => ({
  path: `${name}.md`,
  value: `${pageOf(name, "[models.then](x.md)")}| \`${name}\` | *${name}* | :heavy_check_mark: | One |\n`,
}));

const untouched = snapshot();

function snapshot(): string {
  return JSON.stringify(
    [Object.prototype, Array.prototype, Function.prototype, Map.prototype].map((each) =>
      Object.getOwnPropertyNames(each),
    ),
  );
}

/** What went wrong with a configuration as JSON: anything but a result or a `ConfigError`, or a trace on what all objects have. */
export function failuresOfConfig(json: string): readonly string[] {
  try {
    const config = parseConfig(JSON.parse(json));
    const { overrides: _overrides, ...options } = config;
    const { files } = compile(pages, options);
    return [
      ...(snapshot() === untouched ? [] : ["the prototypes have changed"]),
      ...lostKeys(JSON.parse(json), config),
      ...(files.length > 0 ? [] : ["there is no output"]),
    ];
  } catch (error) {
    return error instanceof ConfigError ? [] : [String(error)];
  }
}

/** Every key of a record is kept: none is passed over in silence. */
function lostKeys(
  given: { readonly [name: string]: unknown },
  taken: ReturnType<typeof parseConfig>,
): readonly string[] {
  const records = [
    [given["externals"], taken.externals],
    [given["notations"], taken.notations],
  ] as const;
  return records.flatMap(([one, other]) => {
    const lost = Object.keys(one ?? {}).filter((each) => !Object.hasOwn(other ?? {}, each));
    return lost.map((each) => `the key ${each} was passed over`);
  });
}
