import { type Invocation, parseArguments } from "./arguments.js";
import type { Environment, TextStream } from "./environment.js";
import { type ExitCode, exitCodes } from "./exit-code.js";
import { reportFailure } from "./failure.js";
import { generate } from "./generate.js";
import { withoutCommands } from "./printable.js";
import { version } from "./version.js";

/** Runs the command line and gives what the process says with its exit code; it never throws. */
export async function run(argv: readonly string[], outer: Environment): Promise<ExitCode> {
  const environment = withoutCommandsIn(outer);
  try {
    return await perform(parseArguments(argv, version()), environment);
  } catch (error) {
    const color = argv.includes("--no-color") ? false : argv.includes("--color") || undefined;
    return reportFailure(error, color, environment);
  }
}

async function perform(invocation: Invocation, environment: Environment): Promise<ExitCode> {
  switch (invocation.command) {
    case "print":
      environment.stdout.write(invocation.text);
      return exitCodes.fine;
    case "explain": {
      const { explain } = await import("./explain.js");
      return explain(invocation.rule, invocation.flags, environment);
    }
    case "init": {
      const { init } = await import("./init/init.js");
      return await init(invocation.wishes, invocation.flags, environment);
    }
    case "inspect": {
      const { inspect } = await import("./inspect.js");
      return await inspect(invocation.pages, invocation.flags, environment);
    }
    case "list": {
      const { listFiles } = await import("./list-files.js");
      return await listFiles(invocation.side, invocation.flags, environment);
    }
    case "learn": {
      const { learn } = await import("./learn/commands.js");
      return await learn(invocation.wishes, invocation.flags, environment);
    }
    case "generate":
    case "check": {
      if (invocation.command === "check" && invocation.against.length > 0) {
        const { checkAgainst } = await import("./learn/commands.js");
        return await checkAgainst(invocation.against, invocation.flags, environment);
      }
      if (invocation.flags.staged) {
        const { generateStaged } = await import("./staged/generate-staged.js");
        return await generateStaged(invocation.command, invocation.flags, environment);
      }
      return await generate(invocation.command, invocation.flags, environment);
    }
    case "watch": {
      const { watch } = await import("./watch.js");
      return await watch(invocation.flags, environment);
    }
  }
}

/** The environment whose streams take no line that a build service would obey: what is printed is of pages and paths. */
function withoutCommandsIn(outer: Environment): Environment {
  const { cwd, env, stdout, stderr, signal, patience, compile, generator } = outer;
  return {
    ...{ cwd, env, stdout: guarded(stdout), stderr: guarded(stderr), signal, patience, compile, generator },
    obey: (command) => stdout.write(`${command}\n`),
    // Few runs ask, and it takes a while to open.
    get stdin() {
      return outer.stdin;
    },
  };
}

function guarded(stream: TextStream): TextStream {
  return {
    write: (text) => stream.write(withoutCommands(text)),
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
  };
}
