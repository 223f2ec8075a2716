import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Size } from "./contestants.js";
import { editedPageIn } from "./edited-page.js";
import type { Contestant, Unavailable } from "./heat.js";
import { lazily } from "./lazily.js";
import type { Pages } from "./pages.js";
import {
  commandFile,
  commitAndStageAnother,
  countModels,
  emptyProject,
  makeFilledProject,
  makeProject,
  manifestTime,
  outputOf,
  type Project,
  runIn,
} from "./project.js";
import type { Run } from "./run.js";

/** modelmark's runs on pages of one size. */
export interface OwnRuns {
  readonly cold: Contestant;
  readonly short: readonly Contestant[];
  /** How many models the pages have, once a run has found out. */
  readonly models: () => number | undefined;
}

/** Describes the runs; projects are made below a folder when they are set up. */
export function ownRuns(size: Size, folder: string, pages: Pages): OwnRuns {
  let models: number | undefined;
  const count = (project: Project): void => {
    models = countModels(project);
  };
  const standing = lazily(() => makeFilledProject(join(folder, "standing"), pages));
  return {
    models: () => models,
    cold: { id: "cold", size, setUp: () => coldRun(makeProject(join(folder, "cold"), pages), count) },
    short: [
      { id: "noOp", size, setUp: () => noOpRun(standing()) },
      { id: "editedPage", size, setUp: () => editedPageRun(makeFilledProject(join(folder, "edited"), pages)) },
      { id: "check", size, setUp: () => runIn(standing(), "check") },
      { id: "checkStaged", size, setUp: () => checkStagedRun(standing) },
    ],
  };
}

function coldRun(project: Project, count: (project: Project) => void): Run {
  return {
    ...runIn(project, "generate"),
    before: () => emptyProject(project),
    after: () => {
      count(project);
      const outputs = readdirSync(outputOf(project, "."), { recursive: true }).length;
      if (outputs < countModels(project)) throw new Error("there are fewer outputs than models");
    },
  };
}

function noOpRun(project: Project): Run {
  let before = 0;
  return {
    ...runIn(project, "generate"),
    before: () => {
      before = manifestTime(project);
    },
    after: () => {
      if (manifestTime(project) !== before) throw new Error("the run wrote, though nothing had changed");
    },
  };
}

function editedPageRun(project: Project): Run {
  const page = editedPageIn(project.folder, project.pages);
  const output = outputOf(project, page.path.replace(/\.mdx?$/, ".ts"));
  return { ...runIn(project, "generate"), before: page.edit, after: () => page.requireField(output) };
}

function checkStagedRun(standing: () => Project): Run | Unavailable {
  const help = spawnSync(process.execPath, [commandFile(), "check", "--help"], { encoding: "utf8" });
  if (!help.stdout.includes("--staged")) return { unavailable: "`modelmark check` has no flag `--staged` yet" };
  const project = standing();
  commitAndStageAnother(project);
  const run = runIn(project, "check", "--staged");
  // As git tells its hooks.
  return { ...run, env: { ...run.env, GIT_INDEX_FILE: join(project.folder, ".git/index") } };
}
