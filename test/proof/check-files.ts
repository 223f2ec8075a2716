import { expressionOf, type Literal, quoted, typeOf } from "./literal.js";
import type { ProofModel } from "./proof-case.js";

/** A value that is checked against a model. */
export interface Check extends Pick<ProofModel, "file" | "type"> {
  readonly literal: Literal;
  /** Whether the value is a literal where it is used, which may then have no key that the type does not name. */
  readonly fresh: boolean;
}

/** A file of checks: each line that the compiler complains of is a value that it refuses. */
export interface CheckFile {
  readonly path: string;
  readonly text: string;
  /** The checks by the lines that they stand on, counted from 0. */
  readonly lines: ReadonlyMap<number, Check>;
}

/** Writes checks into a file; what several values hold is written once, so that the compiler compares it once. */
export function checkFile(path: string, checks: readonly Check[]): CheckFile {
  const aliases = new Map<Literal, string>();
  const imports = new Map<string, string>();
  const uses = checks.map((check, at) => checkLine(check, at, importName(check, imports), aliases));
  const head = [...imports].map(([key, name]) => importLine(key, name));
  const types = [...aliases].map(([literal, name]) => `type ${name} = ${typeOf(literal, innerType(aliases))};`);
  const first = head.length + types.length;
  const lines = checks.map((check, at) => [first + at, check] as const);
  return { path, text: [...head, ...types, ...uses].join("\n"), lines: new Map(lines) };
}

function importName({ file, type }: Check, imports: Map<string, string>): string {
  const key = JSON.stringify([file, type]);
  const name = imports.get(key) ?? `T${imports.size}`;
  imports.set(key, name);
  return name;
}

function importLine(key: string, name: string): string {
  const [file, type]: readonly string[] = JSON.parse(key);
  return `import type { ${type} as ${name} } from ${quoted(`./${file?.replace(/\.ts$/, ".js")}`)};`;
}

function checkLine({ literal, fresh }: Check, at: number, type: string, aliases: Map<Literal, string>): string {
  if (fresh) return `export const w${at}: ${type} = ${expressionOf(literal)};`;
  return `declare const v${at}: ${typeOf(literal, innerType(aliases))}; export const w${at}: ${type} = v${at};`;
}

/** Writes the type of what a value holds: by a name of its own, where it holds something itself. */
function innerType(aliases: Map<Literal, string>): (literal: Literal) => string {
  return (literal) => {
    if (literal.kind === "leaf") return typeOf(literal, String);
    const known = aliases.get(literal);
    if (known !== undefined) return known;
    // What it holds gets its name first: the loop over the names must not find new ones.
    typeOf(literal, innerType(aliases));
    const name = `L${aliases.size}`;
    aliases.set(literal, name);
    return name;
  };
}
