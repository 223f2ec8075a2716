import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import type { Flags } from "./arguments.js";
import { configFilesFrom, loadConfigFile } from "./config-file.js";
import { type Environment, Interruption } from "./environment.js";
import { reportFailure } from "./failure.js";
import { generateWith } from "./generate.js";
import { printable } from "./printable.js";
import { loadSettings, requireFolder, type Settings, settingsOf } from "./settings.js";
import { causeOf } from "./watch/cause.js";
import { type Cycle, followPages, type Reconfiguration, type World } from "./watch/follow.js";
import { gitActivityAround } from "./watch/git-activity.js";
import { listen } from "./watch/listen.js";
import { lookAt, type Sight } from "./watch/sight.js";

/** Generates, then again at each change of pages, configuration or overrides; ends by an `Interruption` alone. */
export async function watch(flags: Flags, environment: Environment): Promise<never> {
  const { cwd, stderr, signal = new AbortController().signal } = environment;
  const configs = configFilesFrom(cwd, flags.config);
  let session: Session = { settings: await loadSettings(flags, cwd), isConfigRight: true };
  if (!flags.quiet) stderr.write(`Watching ${printable(path.relative(cwd, session.settings.docs))}, until Ctrl-C\n`);
  try {
    for (;;) {
      const cycle = cycleOf(session, flags, environment);
      const followed = [...configs, session.settings.overrides.file];
      const change = await followPages(worldOf(session.settings, followed), session.seen, cycle, signal);
      session = await reconfigured(session, change, flags, environment);
    }
  } catch (error) {
    throw signal.aborted ? new Interruption("Interrupted") : error;
  }
}

/** Watching with one configuration. */
interface Session {
  readonly settings: Settings;
  /** Whether these settings are what the configuration says now. */
  readonly isConfigRight: boolean;
  /** What the outputs stand for; nothing where a cycle is due. */
  readonly seen?: Sight | undefined;
  /** What made that cycle due, but for the very first. */
  readonly cause?: string | undefined;
}

function worldOf({ docs, out }: Settings, configs: readonly string[]): World {
  return {
    look: () => lookAt(docs, configs),
    listen: async (ring) => await listen({ docs, out, configs }, ring),
    isBusy: gitActivityAround(docs),
    sleep: async (milliseconds, signal) => await setTimeout(milliseconds, undefined, { signal }),
  };
}

function cycleOf({ settings, cause: due }: Session, flags: Flags, environment: Environment): Cycle {
  return async (changes, isOutdated) => {
    const confirm = (): void => {
      if (isOutdated()) throw new Outdated("Files have changed since they were read");
    };
    const cause = changes ? causeOf(changes) : due;
    const run = { command: "generate", settings, start: performance.now(), cause, confirm } as const;
    try {
      requireFolder(settings.docs, environment.cwd);
      await generateWith(run, flags, environment);
    } catch (error) {
      if (error instanceof Interruption) throw error;
      if (error instanceof Outdated || isOutdated()) return false;
      reportFailure(error, flags.color, environment);
    }
    return true;
  };
}

/** The run is of no use: another one follows. */
class Outdated extends Error {
  override readonly name = "Outdated";
}

/** Takes up a configuration that changed, and overrides that did; where it is wrong, says so and goes on with the one before. */
async function reconfigured(
  session: Session,
  { seen, configs }: Reconfiguration,
  flags: Flags,
  environment: Environment,
): Promise<Session> {
  const { cwd, stderr } = environment;
  try {
    const settings = settingsOf(flags, cwd, await loadConfigFile(cwd, flags));
    const isOverridden = configs.some((change) => change.path === session.settings.overrides.file);
    const isSame = session.isConfigRight && isDeepStrictEqual(settings, session.settings);
    if (isSame && !isOverridden) return { ...session, seen };
    const cause = causeOf(configs.map((change) => ({ ...change, path: path.relative(cwd, change.path) })));
    return { settings, isConfigRight: true, cause };
  } catch (error) {
    reportFailure(error, flags.color, environment);
    stderr.write("  Until then, watching goes on with the configuration before.\n");
    return { ...session, isConfigRight: false, seen };
  }
}
