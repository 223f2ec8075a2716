import { describe, expect, it } from "vitest";
import { banner } from "../fake-compile.js";
import { committed, repository } from "./temporary-repository.js";

const pages = { "models-docs/a/foo.md": "# Foo\n", "models-docs/bar.md": "# Bar\n" };

describe("generate --staged", () => {
  it("stages the outputs of staged pages and writes them", async () => {
    const { git, run, status, staged, read } = repository(pages);
    git("add", ".");
    const { code, stderr } = await run(["generate", "--staged"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^✔ 2 pages, 2 models: 3 written, 0 unchanged, 0 deleted in \d/);
    expect(status()).toEqual([
      "A  generated/a/foo.ts",
      "A  generated/bar.ts",
      "A  generated/manifest.json",
      "A  models-docs/a/foo.md",
      "A  models-docs/bar.md",
    ]);
    expect(staged("generated/bar.ts")).toBe(read("generated/bar.ts"));
  });

  it("stages what plain `generate` writes", async () => {
    const { git, run, status } = repository(pages);
    await run(["generate"]);
    git("add", ".");
    const before = status();
    expect((await run(["generate", "--staged"])).stderr).toContain("0 written, 3 unchanged");
    expect(status()).toEqual(before);
  });

  it("reads the staged text of a page that was edited since", async () => {
    const { git, run, write, read, staged, status } = await committed(pages);
    write("models-docs/bar.md", "# Bar\n\nstaged\n");
    git("add", ".");
    write("models-docs/bar.md", "# Bar\n\nstaged\n\nedited\n");
    await run(["generate", "--staged"]);
    expect(staged("generated/bar.ts")).toContain("staged");
    expect(staged("generated/bar.ts")).not.toContain("edited");
    expect(read("generated/bar.ts")).toBe(staged("generated/bar.ts"));
    expect(read("models-docs/bar.md")).toContain("edited");
    expect(status()).toEqual(["M  generated/bar.ts", "M  generated/manifest.json", "MM models-docs/bar.md"]);
  });

  it("leaves out a page that is not staged", async () => {
    const { git, run, write, staged } = await committed(pages);
    write("models-docs/new.md", "# New\n");
    await run(["generate", "--staged"]);
    expect(staged("generated/new.ts")).toBeUndefined();
    git("add", ".");
    await run(["generate", "--staged"]);
    expect(staged("generated/new.ts")).toContain("New");
  });

  it("leaves a working copy that has changes of its own, and says so", async () => {
    const { git, run, write, read, staged } = await committed(pages);
    write("generated/bar.ts", `${banner}mine\n`);
    write("models-docs/bar.md", "# Baz\n");
    git("add", "models-docs");
    const { code, stderr } = await run(["generate", "--staged"]);
    expect(code).toBe(0);
    expect(stderr).toContain("note     bar.ts: staged alone, its working copy has changes of its own");
    expect(read("generated/bar.ts")).toBe(`${banner}mine\n`);
    expect(staged("generated/bar.ts")).toContain("Baz");
    expect(read("generated/manifest.json")).toBe(staged("generated/manifest.json"));
  });

  it("leaves the working copies that plain `generate` wrote of pages that are not all staged", async () => {
    const { git, run, write, read, staged, status } = await committed(pages);
    write("models-docs/bar.md", "# Bar\n\nstaged\n");
    git("add", ".");
    write("models-docs/bar.md", "# Bar\n\nstaged\n\nedited\n");
    await run(["generate"]);
    await run(["generate", "--staged"]);
    expect(read("generated/bar.ts")).toContain("edited");
    expect(staged("generated/bar.ts")).not.toContain("edited");
    expect(status()).toContain("MM generated/bar.ts");
  });

  it("neither writes nor restores an output that was deleted in the working tree", async () => {
    const { git, run, write, remove, has, staged } = await committed(pages);
    remove("generated/bar.ts");
    write("models-docs/bar.md", "# Baz\n");
    git("add", "models-docs");
    await run(["generate", "--staged"]);
    expect(has("generated/bar.ts")).toBe(false);
    expect(staged("generated/bar.ts")).toContain("Baz");
  });

  it("leaves a file that git does not know at the path of a new output", async () => {
    const { git, run, write, read, staged } = await committed(pages);
    write("generated/new.ts", "mine\n");
    write("models-docs/new.md", "# New\n");
    git("add", "models-docs");
    const { stderr } = await run(["generate", "--staged"]);
    expect(stderr).toContain("new.ts: staged alone");
    expect(read("generated/new.ts")).toBe("mine\n");
    expect(staged("generated/new.ts")).toContain("New");
  });

  it("removes the outputs of deleted pages, with the folders that they leave empty", async () => {
    const { git, run, has, status } = await committed(pages);
    git("rm", "-q", "models-docs/a/foo.md");
    const { stderr } = await run(["generate", "--staged"]);
    expect(stderr).toContain("1 deleted");
    expect(has("generated/a")).toBe(false);
    expect(status()).toEqual(["D  generated/a/foo.ts", "M  generated/manifest.json", "D  models-docs/a/foo.md"]);
  });

  it("keeps the edited working copy of an output whose page is deleted", async () => {
    const { git, run, write, read, staged } = await committed(pages);
    write("generated/a/foo.ts", "mine\n");
    git("rm", "-q", "models-docs/a/foo.md");
    await run(["generate", "--staged"]);
    expect(read("generated/a/foo.ts")).toBe("mine\n");
    expect(staged("generated/a/foo.ts")).toBeUndefined();
  });

  it("removes all outputs with the last page", async () => {
    const { git, run, status, has } = await committed(pages);
    git("rm", "-qr", "models-docs");
    expect((await run(["generate", "--staged"])).code).toBe(0);
    expect(status()).toContain("D  generated/bar.ts");
    expect(has("generated/bar.ts")).toBe(false);
    expect((await run(["check", "--staged"])).code).toBe(0);
  });

  it("follows a page that is renamed", async () => {
    const { git, run, status } = await committed(pages);
    git("mv", "models-docs/bar.md", "models-docs/a/baz.md");
    await run(["generate", "--staged"]);
    expect(status()).toEqual([
      "R  generated/bar.ts -> generated/a/baz.ts",
      "M  generated/manifest.json",
      "R  models-docs/bar.md -> models-docs/a/baz.md",
    ]);
  });

  it("writes nothing with --dry-run, and lists what it would", async () => {
    const { git, run, write, status } = await committed(pages);
    write("models-docs/bar.md", "# Baz\n");
    git("add", ".");
    const { stdout } = await run(["generate", "--staged", "--dry-run"]);
    expect(stdout).toBe("change bar.ts\nchange manifest.json\n");
    expect(status()).toEqual(["M  models-docs/bar.md"]);
  });

  it("keeps an output that is staged as edited where its page is gone, and overwrites one whose page stands", async () => {
    const { git, run, write, staged } = await committed(pages);
    write("generated/a/foo.ts", `${banner}mine\n`);
    write("generated/bar.ts", `${banner}mine\n`);
    git("add", ".");
    git("rm", "-q", "models-docs/a/foo.md");
    const { stderr } = await run(["generate", "--staged"]);
    expect(stderr).toContain("a/foo.ts: left as it is, its page is gone, but it was edited by hand");
    expect(staged("generated/a/foo.ts")).toBe(`${banner}mine\n`);
    expect(staged("generated/bar.ts")).toContain("Bar");
  });

  it("refuses to stage over a file that modelmark did not write", async () => {
    const { git, run, write, staged } = repository(pages);
    write("generated/bar.ts", "mine\n");
    git("add", ".");
    const { code, stderr } = await run(["generate", "--staged"]);
    expect({ code, bar: staged("generated/bar.ts") }).toEqual({ code: 1, bar: "mine\n" });
    expect(stderr).toContain("bar.ts: not written, in the way, and not written by modelmark");
  });

  it("reports what is wrong with staged pages, at their lines", async () => {
    const { git, run, write } = repository(pages);
    write("models-docs/bar.md", "# Bar\n\nERROR here\n");
    git("add", ".");
    write("models-docs/bar.md", "# Bar\n");
    const { code, stderr } = await run(["generate", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain("> 3 | ERROR here");
  });

  it("names working copies that it left in the JSON report too", async () => {
    const { git, run, write } = await committed(pages);
    write("generated/bar.ts", "mine\n");
    write("models-docs/bar.md", "# Baz\n");
    git("add", "models-docs");
    const { stdout } = await run(["generate", "--staged", "--reporter", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ leftCopies: ["bar.ts"], summary: { written: 2 } });
  });

  it("reports staged pages for code hosts, by their paths in the repository", async () => {
    const { git, run, write } = repository(pages);
    write("models-docs/bar.md", "# Bar\n\nERROR here\n");
    git("add", ".");
    const github = await run(["check", "--staged", "--reporter", "github"]);
    expect(github.stdout).toContain("::error file=models-docs/bar.md,line=3,");
    const sarif = JSON.parse((await run(["check", "--staged", "--reporter", "sarif"])).stdout);
    const [location] = sarif.runs[0].results[0].locations;
    expect(location.physicalLocation.artifactLocation.uri).toBe("models-docs/bar.md");
  });
});

describe("check --staged", () => {
  it("compares staged outputs with staged pages, whatever the working tree says", async () => {
    const { git, run, write, status } = await committed(pages);
    write("models-docs/bar.md", "# Baz\n");
    write("generated/bar.ts", "mine\n");
    expect((await run(["check", "--staged"])).code).toBe(0);
    git("add", "models-docs");
    const before = status();
    const { code, stderr } = await run(["check", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain("bar.ts  changed");
    expect(stderr).toContain("2 of 3 outputs differ: run `modelmark generate --staged`");
    expect(status()).toEqual(before);
  });

  it("is content where neither pages nor outputs are staged yet", async () => {
    const { git, run, write } = repository(pages);
    write("other", "");
    git("add", "other");
    expect((await run(["check", "--staged"])).code).toBe(0);
    expect((await run(["generate", "--staged"])).code).toBe(0);
  });

  it("names staged outputs that no manifest names", async () => {
    const { git, run, write } = await committed(pages);
    write("generated/old.ts", `${banner}old\n`);
    git("add", ".");
    const { code, stderr } = await run(["check", "--staged"]);
    expect(code).toBe(1);
    expect(stderr).toContain("old.ts: left as it is, an output of modelmark that no page and no manifest names");
  });
});

describe("--staged", () => {
  it.each([["watch"], ["inspect"], ["inspect", "--inputs"], ["explain", "bare-page"]])(
    "is no flag of `%s %s`",
    async (...argv) => {
      const { run } = repository(pages);
      const { code, stderr } = await run([...argv.filter(Boolean), "--staged"]);
      expect(code).toBe(2);
      expect(stderr).toContain("Unexpected flag --staged");
    },
  );

  it("may stand before the command, and alone", async () => {
    const { git, run } = await committed(pages);
    expect((await run(["--staged", "check"])).code).toBe(0);
    expect((await run(["--staged"])).code).toBe(0);
    git("rm", "-q", "--cached", "generated/bar.ts");
    expect((await run(["--staged", "check"])).code).toBe(1);
  });
});
