import { createVitest } from "vitest/node";

// Runs tests of the folder that it is started in, as its parent asks: starting Vitest and reading the sources once saves most
// of the time of a short test.

/** What to run. */
export interface TestRequest {
  /** Files that were changed since the last request. */
  readonly changed: readonly string[];
  /** A test file, or a folder of some. */
  readonly path: string;
  /** What the name of a test holds, where not all are asked for. */
  readonly name?: string | undefined;
}

/** What became of the tests. */
export interface TestVerdict {
  readonly passed: number;
  /** The names of those that failed, and what was wrong with their files. */
  readonly failed: readonly string[];
}

// Snapshots that a removal would add are faults, and would be faults of all that follow if they were written.
// Not ended at the first failure: Vitest takes the end of one run for that of the next, where they follow at once.
const server = await createVitest("test", { watch: false, update: "none", reporters: [{}], fileParallelism: false });

process.on("message", (request: TestRequest) => {
  void run(request).then((verdict) => process.send?.(verdict));
});
// A worker that runs in a circle outlives this process, which leads their group.
process.on("disconnect", () => process.kill(-process.pid, "SIGKILL"));
process.send?.("ready");

async function run({ changed, path, name }: TestRequest): Promise<TestVerdict> {
  for (const file of changed) server.invalidateFile(file);
  if (name === undefined) server.resetGlobalTestNamePattern();
  else server.setGlobalTestNamePattern(name);
  const chosen = await server.globTestSpecifications([path]);
  const { testModules, unhandledErrors } = await server.runTestSpecifications(chosen);
  // Those that ran for earlier requests are among them, with what became of them then.
  const ran = testModules.filter(({ moduleId }) => chosen.some((each) => each.moduleId === moduleId));
  const tests = ran.flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((test) => test.result().state === "failed").map((test) => test.fullName);
  const errors = [...ran.flatMap((module) => module.errors()), ...unhandledErrors];
  return {
    passed: tests.filter((test) => test.result().state === "passed").length,
    failed: [...failed, ...errors.map(String)],
  };
}
