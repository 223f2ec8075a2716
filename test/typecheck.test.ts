import { describe, expect, it } from "vitest";
import { compilers, compileStrictly } from "./corpus/judge.js";
import { fixtureCases } from "./fixture-cases.js";
import { sharedModuleStub, sharedModuleText, temporaryFolder, writeFiles } from "./fixture-folders.js";

const root = temporaryFolder();

writeFiles(root, [["modelmark.ts", sharedModuleText()]]);
for (const { name, expected, beside, options } of fixtureCases) {
  const shared = options.validators === false ? [] : ([["modelmark.ts", sharedModuleStub]] as const);
  writeFiles(`${root}/${name}`, [...expected, ...beside, ...shared]);
}

// `noEmit` is set, so that imports of ".ts" files may stand beside those of ".js" files.
const moreSettings = { allowImportingTsExtensions: true, skipLibCheck: true };

describe.each(Object.keys(compilers) as (keyof typeof compilers)[])("TypeScript %s", (compiler) => {
  it("compiles every expected file in one strict program", { timeout: 120_000 }, async () => {
    expect(await compileStrictly(root, compiler, "nodenext", moreSettings)).toEqual([]);
  });
});
