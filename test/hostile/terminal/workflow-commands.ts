/** A command as GitHub's runner understands it. */
export interface ObeyedCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** All commands that the runner knows: it prints lines that name another one. */
const known = new Set([
  ...["add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group", "internal-set-repo-path"],
  ...["notice", "remove-matcher", "save-state", "set-env", "set-output", "stop-commands", "warning"],
]);

/** The commands that GitHub's runner finds in a log, read as its own parser reads each line: in both of its notations. */
export function obeyedCommands(log: string): readonly ObeyedCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => commandIn(line.trimStart()) ?? bracketedIn(line) ?? []);
}

function commandIn(line: string): ObeyedCommand | undefined {
  const end = line.startsWith("::") ? line.indexOf("::", 2) : -1;
  if (end < 0) return undefined;
  return commandOf(line.slice(2, end), line.slice(end + 2), { separator: ",", escapes: propertyEscapes });
}

function bracketedIn(line: string): ObeyedCommand | undefined {
  const start = line.indexOf("##[");
  const end = start < 0 ? -1 : line.indexOf("]", start);
  if (end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), line.slice(end + 1), { separator: ";", escapes: bracketEscapes });
}

type Escapes = readonly (readonly [written: string, character: string])[];

const dataEscapes: Escapes = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%25", "%"],
];
const propertyEscapes: Escapes = [
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%3A", ":"],
  ["%2C", ","],
  ["%25", "%"],
];
const bracketEscapes: Escapes = [
  ["%3B", ";"],
  ["%0D", "\r"],
  ["%0A", "\n"],
  ["%5D", "]"],
  ["%25", "%"],
];

function commandOf(
  info: string,
  data: string,
  { separator, escapes }: { readonly separator: string; readonly escapes: Escapes },
): ObeyedCommand | undefined {
  const space = info.indexOf(" ");
  const name = space < 0 ? info : info.slice(0, space);
  if (!known.has(name)) return undefined;
  const pairs = (space < 0 ? "" : info.slice(space + 1).trim()).split(separator).filter((pair) => pair !== "");
  const properties = pairs.flatMap((pair) => {
    const [, key, value] = /^=*([^=]+)=+(.*)$/s.exec(pair) ?? [];
    return key === undefined || value === undefined || value === "" ? [] : [[key, unescaped(value, escapes)] as const];
  });
  return {
    name,
    properties: Object.fromEntries(properties),
    data: unescaped(data, separator === "," ? dataEscapes : bracketEscapes),
  };
}

function unescaped(text: string, escapes: Escapes): string {
  return escapes.reduce((result, [written, character]) => result.replaceAll(written, character), text);
}

const ours: Readonly<Record<string, RegExp>> = {
  file: /^[^\n]+$/,
  line: /^\d+$/,
  endLine: /^\d+$/,
  col: /^\d+$/,
  endColumn: /^\d+$/,
  title: /^modelmark: [a-z-]+$/,
};

/** What is wrong with a line that a reporter has the runner obey: it is one annotation, and holds nothing else. */
export function faultOfAnnotation(line: string): string | undefined {
  const [command, ...others] = obeyedCommands(line);
  if (!command || others.length > 0) return `${others.length + (command ? 1 : 0)} commands in ${JSON.stringify(line)}`;
  const { name, properties, data } = command;
  const isOurs = ["error", "warning", "notice"].includes(name) && properties["title"] !== undefined;
  const areOurs = Object.entries(properties).every(
    ([key, value]) => Object.hasOwn(ours, key) && ours[key]?.test(value),
  );
  // What the runner prints of a command is read by those that watch its log.
  const isSafe = [data, ...Object.values(properties)].every((text) => obeyedCommands(text).length === 0);
  return isOurs && areOurs && isSafe ? undefined : `the command ${JSON.stringify(command)}`;
}
