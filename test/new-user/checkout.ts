import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A git checkout, and a shell in it. */
export interface Checkout {
  readonly folder: string;
  readonly at: (file: string) => string;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Runs a program to its end, whatever that is. */
  readonly run: (program: string, argv: readonly string[]) => Finished;
  /** Runs a program and gives its stdout; an error has all that it said where it fails. */
  readonly succeed: (program: string, argv: readonly string[]) => string;
}

/** What a program left. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The checkout in a folder. */
export function checkoutIn(folder: string): Checkout {
  const at = (file: string): string => path.join(folder, file);
  const run = (program: string, argv: readonly string[]): Finished => {
    const options = { cwd: folder, env: withoutUser(), encoding: "utf8", maxBuffer: 2 ** 28 } as const;
    const { status, error, stdout, stderr } = spawnSync(program, [...argv], options);
    if (error) throw error;
    return { code: status ?? -1, stdout, stderr };
  };
  return {
    folder,
    at,
    read: (file) => readFileSync(at(file), "utf8"),
    write: (file, text) => writeFileSync(at(file), text),
    run,
    succeed: (program, argv) => {
      const { code, stdout, stderr } = run(program, argv);
      if (code === 0) return stdout;
      throw new Error(`\`${[program, ...argv].join(" ")}\` ended with ${code}:\n${stdout}${stderr}`);
    },
  };
}

/** The environment of this process, without what npm and git tell those whom they start, and without the user's own git settings. */
export function withoutUser(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(?:npm_(?!config_)|GIT_|NODE_ENV$)/.test(name));
  const person = { NAME: "New User", EMAIL: "new@user.example" };
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: path.join(path.sep, "dev", "null"),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: person.NAME,
    GIT_AUTHOR_EMAIL: person.EMAIL,
    GIT_COMMITTER_NAME: person.NAME,
    GIT_COMMITTER_EMAIL: person.EMAIL,
  };
}
