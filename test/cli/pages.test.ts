import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import net from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { byCodeUnits, isWithin, type Pages, readPages } from "../../src/cli/pages.js";
import { limitsOf } from "../../src/diagnostics/limits.js";
import { type Fault, withFaults } from "./faulty-disk.js";
import { type Project, project } from "./project.js";

describe("readPages", () => {
  it("reads md and mdx files below the folder, sorted by code units", () => {
    const { at } = docs({ "b/x.md": "", "a.md": "", "B.mdx": "", "é.md": "", "b.md": "", "b.txt": "", "x.MD": "" });
    expect(pathsOf(readPages(at("docs")))).toEqual(["B.mdx", "a.md", "b.md", "b/x.md", "é.md"]);
  });

  it("passes by dot files, dot folders and node_modules", () => {
    const { at } = docs({
      "a.md": "",
      ".git/b.md": "",
      ".c.md": "",
      "node_modules/d.md": "",
      "x/node_modules/e.md": "",
    });
    expect(pathsOf(readPages(at("docs")))).toEqual(["a.md"]);
  });

  it("keeps the bytes as they are", () => {
    const { at, write } = docs({});
    write("docs/a.md", new Uint8Array([0xff, 0x00, 0x0d]));
    expect([...readPages(at("docs")).pages].map(({ value }) => [...value])).toEqual([[0xff, 0x00, 0x0d]]);
  });

  it("holds the bytes of no page, and gives none of one that is gone since", () => {
    const { at, write } = docs({ "a.md": "former", "b.md": "" });
    const { pages, again } = readPages(at("docs"));
    expect([...pages].length).toBe(2);
    write("docs/a.md", "new");
    rmSync(at("docs/b.md"));
    expect(["a.md", "b.md"].map((page) => Buffer.from(again(page).value).toString())).toEqual(["new", ""]);
  });

  it("reports a page that is larger than it may be without reading it, and reads the others", () => {
    const { at } = docs({ "a.md": "1234567890", "b.md": "12345678901" });
    const pages = readPages(at("docs"), limitsOf({ limits: { pageBytes: 10 } }));
    expect(summaryOf(pages)).toEqual({ paths: ["a.md"], findings: ["over-limit b.md"] });
  });

  it("reports a folder that is named like a page, and does not go into it", () => {
    const { at } = docs({ "x.md/y.md": "", "a.md": "" });
    const pages = readPages(at("docs"));
    expect(summaryOf(pages)).toEqual({ paths: ["a.md"], findings: ["not-a-file x.md"] });
    expect(pages.findings[0]?.actual).toBe("folder");
  });

  it.skipIf(process.platform === "win32")("reports a pipe without opening it", () => {
    const { at } = docs({ "a.md": "" });
    execFileSync("mkfifo", [at("docs/pipe.md")]);
    symlinkSync("pipe.md", at("docs/link.md"));
    const findings = ["not-a-file link.md", "not-a-file pipe.md"];
    const pages = readPages(at("docs"));
    expect(summaryOf(pages)).toEqual({ paths: ["a.md"], findings });
    expect(pages.findings[0]?.actual).toBe("socket, pipe or device");
  });

  it.skipIf(process.platform === "win32")("reports a socket", async () => {
    const { at } = docs({ "a.md": "" });
    const server = net.createServer();
    onTestFinished(() => void server.close());
    await new Promise<void>((resolve) => server.listen(at("docs/socket.md"), resolve));
    expect(summaryOf(readPages(at("docs")))).toEqual({ paths: ["a.md"], findings: ["not-a-file socket.md"] });
  });

  it("reports links out of the folder, to files and folders, and reads neither", () => {
    const { at, write } = docs({ "a.md": "" });
    write("secret/s.md", "secret");
    symlinkSync(at("secret/s.md"), at("docs/file.md"));
    symlinkSync(at("secret"), at("docs/folder"));
    symlinkSync("/etc", at("docs/etc.md"));
    const findings = ["outside-root etc.md", "outside-root file.md", "outside-root folder"];
    expect(summaryOf(readPages(at("docs")))).toEqual({ paths: ["a.md"], findings });
  });

  it("is not taken in by a folder beside the root whose name starts the same", () => {
    const { at, write } = docs({ "a.md": "" });
    write("docs-secret/s.md", "secret");
    symlinkSync("../docs-secret/s.md", at("docs/s.md"));
    expect(summaryOf(readPages(at("docs")))).toEqual({ paths: ["a.md"], findings: ["outside-root s.md"] });
  });

  it("reads linked files inside, follows no linked folder twice, and ends where links go round", () => {
    const { at } = docs({ "a.md": "A", "x/b.md": "" });
    symlinkSync("a.md", at("docs/linked.md"));
    symlinkSync("x", at("docs/y"));
    symlinkSync("..", at("docs/x/up"));
    symlinkSync(".", at("docs/self"));
    expect(summaryOf(readPages(at("docs")))).toEqual({ paths: ["a.md", "linked.md", "x/b.md"], findings: [] });
  });

  it("reports links that lead nowhere or in a circle", () => {
    const { at } = docs({ "a.md": "" });
    symlinkSync("nothing", at("docs/dangling.md"));
    symlinkSync("circle.md", at("docs/circle.md"));
    symlinkSync("nothing", at("docs/no-page"));
    const { findings } = readPages(at("docs"));
    expect(findings.map((finding) => finding.reason)).toEqual([
      "Cannot read the file: too many symbolic links encountered (ELOOP)",
      "Cannot read the file: no such file or directory (ENOENT)",
    ]);
  });

  it("reads a docs folder that is itself a link", () => {
    const { at } = docs({ "a.md": "" });
    symlinkSync("docs", at("alias"));
    expect(summaryOf(readPages(at("alias")))).toEqual({ paths: ["a.md"], findings: [] });
  });

  it("reports a folder that cannot be listed, the docs folder too, and a link that cannot be followed", async () => {
    const { at } = docs({ "a.md": "", "b/c/d.md": "" });
    symlinkSync("a.md", at("docs/e.md"));
    const closed = (name: string, closedFile: string) =>
      withFaults(
        at("docs"),
        (call) => (call.name === name && call.file === closedFile ? "EACCES" : undefined),
        async () => {
          found.push(summaryOf(readPages(at("docs"))));
        },
      );
    const found: ReturnType<typeof summaryOf>[] = [];
    await closed("readdirSync", "");
    await closed("readdirSync", "b/c");
    await closed("realpathSync", "e.md");
    expect(found).toEqual([
      { paths: [], findings: ["unreadable-file ."] },
      { paths: ["a.md", "e.md"], findings: ["unreadable-file b/c"] },
      { paths: ["a.md", "b/c/d.md"], findings: ["unreadable-file e.md"] },
    ]);
  });

  it("takes no page that becomes a link out of the folder once it is listed", () => {
    const { at, write } = docs({ "a.md": "a", "b.md": "b" });
    write("secret.md", "secret");
    const { pages, findings } = readPages(at("docs"));
    for (const page of ["a.md", "b.md"]) rmSync(at(`docs/${page}`));
    symlinkSync("../secret.md", at("docs/a.md"));
    symlinkSync("a.md", at("docs/b.md"));
    expect([...pages]).toEqual([]);
    expect(findings.map(({ rule, page }) => `${rule} ${page}`)).toEqual(["outside-root a.md", "outside-root b.md"]);
  });

  it("reports a page that goes once it is listed, and one that the system keeps to itself, which it asks for once", async () => {
    const { at } = docs({ "a.md": "a", "b.md": "b" });
    const { pages, findings } = readPages(at("docs"));
    rmSync(at("docs/a.md"));
    const closed: Fault = ({ name, file }) => (name === "openSync" && file === "b.md" ? "EACCES" : undefined);
    const calls = await withFaults(at("docs"), closed, async () => {
      expect([...pages]).toEqual([]);
    });
    expect(findings.map(({ rule, page }) => `${rule} ${page}`)).toEqual([
      "unreadable-file a.md",
      "unreadable-file b.md",
    ]);
    expect(calls.filter(({ file }) => file === "b.md").map(({ name }) => name)).toEqual(["openSync"]);
  });

  it("says nothing of a link that is not named like a page and leads to no folder", () => {
    const { at, write } = docs({ "a.md": "a" });
    write("secret.txt", "secret");
    symlinkSync("../secret.txt", at("docs/notes.txt"));
    expect(summaryOf(readPages(at("docs")))).toEqual({ paths: ["a.md"], findings: [] });
  });

  it("takes a page that becomes a link inside the folder once it is listed", () => {
    const { at } = docs({ "a.md": "a", "b.md": "b" });
    const { pages } = readPages(at("docs"));
    rmSync(at("docs/b.md"));
    symlinkSync("a.md", at("docs/b.md"));
    expect([...pages].map(({ value }) => Buffer.from(value).toString())).toEqual(["a", "a"]);
  });

  it.skipIf(process.getuid?.() === 0)("reports a file and a folder that the system keeps to itself", () => {
    const { at } = docs({ "a.md": "", "b.md": "", "c/d.md": "" });
    chmodSync(at("docs/b.md"), 0);
    chmodSync(at("docs/c"), 0);
    onTestFinished(() => chmodSync(at("docs/c"), 0o700));
    const findings = ["unreadable-file b.md", "unreadable-file c"];
    expect(summaryOf(readPages(at("docs")))).toEqual({ paths: ["a.md"], findings });
  });
});

describe("a bad page", () => {
  it("becomes a message with its rule's severity, sorted among the others, and loses none of them", async () => {
    const { run, at, read, write } = project({ "models-docs/a.md": "# A\nERROR\n", "models-docs/z.md": "# Z\n" });
    mkdirSync(at("models-docs/m.md"));
    const { code, stdout } = await run(["--reporter", "json"]);
    expect(code).toBe(1);
    const { messages } = JSON.parse(stdout);
    expect(messages).toMatchObject([
      { page: "a.md", rule: "unknown-type" },
      { page: "m.md", rule: "not-a-file", severity: "error", line: null },
    ]);
    expect(read("generated/z.ts")).toContain("Z");
    write("models-docs/a.md", "# A\n");
    write("modelmark.config.json", '{ "rules": { "not-a-file": "off" } }');
    expect(await run([])).toMatchObject({ code: 0 });
  });
});

describe("more pages than a limit says", () => {
  it("end a run before anything is read, written or deleted", async () => {
    const { run, read, write } = project({ "models-docs/a.md": "# A\n", "models-docs/b.md": "# B\n" });
    expect(await run([])).toMatchObject({ code: 0 });
    write("modelmark.config.json", '{ "limits": { "pages": 1 } }');
    const { code, stderr } = await run([]);
    expect(code).toBe(2);
    expect(stderr).toContain("Unexpected a folder of 2 pages, expected at most 1");
    expect(stderr).toContain("`limits.pages`");
    expect(read("generated/b.ts")).toContain("B");
  });
});

describe("a path", () => {
  it.each([
    ["/a", "/a", true],
    ["/a", "/a/b", true],
    ["/a", "/a/..b", true],
    ["/a/b", "/a", false],
    ["/a", "/", false],
    ["/a", "/b/c", false],
    ["/a", "/ab", false],
  ])("within %j is %j: %s", (folder, file, expected) => {
    expect(isWithin(folder, file)).toBe(expected);
  });

  it("comes before another by its code units", () => {
    expect([byCodeUnits("B", "a"), byCodeUnits("a", "B"), byCodeUnits("a", "a")]).toEqual([-1, 1, 0]);
  });
});

function docs(files: Readonly<Record<string, string>>): Project {
  const entries = Object.entries(files).map(([file, text]) => [`docs/${file}`, text] as const);
  return project({ "docs/README.txt": "", ...Object.fromEntries(entries) });
}

function pathsOf({ pages }: Pages): readonly string[] {
  return [...pages].map((page) => page.path);
}

function summaryOf(pages: Pages): { readonly paths: readonly string[]; readonly findings: readonly string[] } {
  const paths = pathsOf(pages);
  return { paths, findings: pages.findings.map((finding) => `${finding.rule} ${finding.page}`) };
}
