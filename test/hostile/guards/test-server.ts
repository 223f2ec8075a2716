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

const server = await createVitest("test", { watch: false, bail: 1, reporters: [{}], fileParallelism: false });

process.on("message", (request: TestRequest) => {
  void run(request).then((passed) => process.send?.(passed));
});
process.on("disconnect", () => process.exit());
process.send?.("ready");

async function run({ changed, path, name }: TestRequest): Promise<boolean> {
  for (const file of changed) server.invalidateFile(file);
  // A failure of an earlier run would count for `bail`.
  server.state.filesMap.clear();
  if (name === undefined) server.resetGlobalTestNamePattern();
  else server.setGlobalTestNamePattern(name);
  const { testModules, unhandledErrors } = await server.runTestSpecifications(
    await server.globTestSpecifications([path]),
  );
  return testModules.length > 0 && unhandledErrors.length === 0 && testModules.every((module) => module.ok());
}
