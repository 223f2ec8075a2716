import { PassThrough } from "node:stream";
import type { Environment } from "../../../src/cli/environment.js";
import { run } from "../../../src/cli/program.js";
import type { Finished } from "../project.js";
import { gitEnv } from "../staged/test-repository.js";

/** What a test says of a run of `modelmark init`. */
export interface Sitting {
  readonly cwd: string;
  /** What is typed on the terminal; without it there is none. */
  readonly typed?: string;
  /** Whether the input ends behind that. */
  readonly ends?: boolean;
  readonly signal?: AbortSignal;
}

/** Runs `modelmark init` with a person at a terminal, or without one. */
export async function init(argv: readonly string[], { cwd, typed, ends = true, signal }: Sitting): Promise<Finished> {
  const stdin: PassThrough & { isTTY?: boolean } = new PassThrough();
  stdin.isTTY = typed !== undefined;
  if (typed !== undefined) stdin.write(typed);
  if (ends) stdin.end();
  const said = { out: "", err: "" };
  const environment: Environment = {
    ...{ cwd, env: gitEnv, stdin, signal },
    stdout: {
      write: (text) => {
        said.out += text;
      },
    },
    stderr: {
      write: (text) => {
        said.err += text;
      },
    },
  };
  const code = await run(["init", ...argv], environment);
  return { code, stdout: said.out, stderr: said.err };
}

/** A page of a model. */
export const page = "# Pet\n\n## Fields\n\n| Field | Type |\n| - | - |\n| `id` | *string* |\n";

/** A package.json that depends on modelmark. */
export const packageText: string = '{\n  "name": "sdk",\n  "devDependencies": {\n    "modelmark": "1"\n  }\n}\n';
/** The files of an SDK that is not set up. */
export const sdk: Readonly<Record<string, string>> = {
  "package.json": packageText,
  "tsconfig.json": '{ "include": ["src"] }',
  "src/index.ts": "",
  "docs/models/pet.md": page,
};
