import { describe, expect, it } from "vitest";
import { repository } from "../staged/temporary-repository.js";
import { init, sdk } from "./person.js";

describe("what init asks", () => {
  it("takes what is found where only Enter is pressed", async () => {
    const { root, read } = repository(sdk);
    const { code, stderr } = await init([], { cwd: root, typed: "\n\n\n\n" });
    expect(code).toBe(0);
    expect(stderr).toContain("? The folder of the pages, 1 found [docs/models]");
    expect(stderr).toContain("create   modelmark.config.ts");
    expect(read("modelmark.config.ts")).toContain('docs: "docs/models"');
  });

  it("asks again where an answer does not fit", async () => {
    const { root, read, has } = repository(sdk);
    const typed = "nowhere\ndocs\n../out\nout\nhuskey\nnone\nwell\ny\n";
    const { stderr } = await init([], { cwd: root, typed });
    expect(stderr).toContain("Missing docs folder `nowhere`");
    expect(stderr).toContain("Expected one of husky, lefthook, simple-git-hooks, pre-commit, git, none.");
    expect(read("modelmark.config.ts")).toContain('docs: "docs",\n  out: "out"');
    expect(has(".git/hooks/pre-commit")).toBe(false);
  });

  it("writes nothing where the last answer is no", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const { code, stderr } = await init([], { cwd: root, typed: "\n\n\nno\n" });
    expect(code).toBe(0);
    expect(stderr).toContain("Nothing was written.");
    expect(status()).toEqual(before);
  });

  it("is nothing without a terminal: --yes is expected", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const { code, stderr } = await init([], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain("Cannot ask without a terminal, expected --yes");
    expect(status()).toEqual(before);
  });

  it.each(["", "docs/models\n", "\n\n\n"])(
    "ends with 130 and writes nothing where the input ends behind %j",
    async (typed) => {
      const { root, status } = repository(sdk);
      const before = status();
      expect((await init([], { cwd: root, typed })).code).toBe(130);
      expect(status()).toEqual(before);
    },
  );

  it("ends with 130 and writes nothing where the user interrupts", async () => {
    const { root, status } = repository(sdk);
    const before = status();
    const interruption = new AbortController();
    const sitting = init([], { cwd: root, typed: "\n", ends: false, signal: interruption.signal });
    setTimeout(() => interruption.abort(), 50);
    expect((await sitting).code).toBe(130);
    expect(status()).toEqual(before);
  });
});
