import { readFileSync } from "node:fs";

const page = readFileSync(new URL("../../docs/monorepos.md", import.meta.url), "utf8");

/** The text of the block of docs/monorepos.md whose fence says so: `json turbo.json`. */
export function documentedBlock(info: string): string {
  const [opening, closing] = [`\n\`\`\`${info}\n`, "\n```\n"];
  const start = page.indexOf(opening);
  const end = page.indexOf(closing, start + opening.length);
  if (start === -1 || end === -1) throw new Error(`docs/monorepos.md has no block \`${info}\``);
  return page.slice(start + opening.length, end + 1);
}

/** The arguments with which a block of commands has a tool run a task: `["run", "generate"]`. */
export function documentedArguments(tool: string, task: string): readonly string[] {
  const lines = documentedBlock(`sh ${tool}`).split("\n");
  const line = lines.find((each) => each.startsWith(`npx ${tool} `) && each.endsWith(` ${task}`));
  if (!line) throw new Error(`docs/monorepos.md says of no command how ${tool} runs ${task}`);
  return line.split(" ").slice(2);
}
