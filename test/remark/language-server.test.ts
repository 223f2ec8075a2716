import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import { remarkFolder, wrongPage } from "./remark-folder.js";

const server = fileURLToPath(new URL("language-server.mjs", import.meta.url));

interface Diagnostic {
  readonly range: unknown;
  readonly message: string;
  readonly severity: number;
  readonly code: string;
  readonly source: string;
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
}

it("shows the faults of a page in editors, follows edits, and offers what may stand there", async () => {
  const root = remarkFolder();
  const connection = await connected(root);
  const uri = pathToFileURL(path.join(root, wrongPage.file)).href;
  const published = publications(connection);
  const document = { uri, languageId: "markdown", version: 1, text: wrongPage.text };
  await connection.sendNotification("textDocument/didOpen", { textDocument: document });
  const { diagnostics } = await published.next();
  expect(diagnostics.map(({ code, severity, source }) => [code, severity, source])).toEqual([
    ["unknown-type", 1, "modelmark"],
    ["unknown-presence", 1, "modelmark"],
    ["duplicate-field", 2, "modelmark"],
  ]);
  expect(diagnostics[0]?.range).toEqual({ start: { line: 6, character: 9 }, end: { line: 6, character: 20 } });
  expect(diagnostics[0]?.message).toContain("Mend the cell");
  expect(await replacementsFor(connection, uri, diagnostics)).toEqual([
    "Replace `yes` with `:heavy_check_mark:`",
    "Replace `yes` with `:heavy_minus_sign:`",
  ]);
  await connection.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text: wrongPage.text.replace("Set<number>", "*number*") }],
  });
  expect((await published.next()).diagnostics.map(({ code }) => code)).toEqual(["unknown-presence", "duplicate-field"]);
});

async function connected(root: string): Promise<MessageConnection> {
  const child: ChildProcess = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void child.kill());
  if (!child.stdout || !child.stdin) return expect.unreachable();
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const rootUri = pathToFileURL(root).href;
  await connection.sendRequest("initialize", {
    ...{ processId: process.pid, rootUri, capabilities: {} },
    workspaceFolders: [{ uri: rootUri, name: "pets" }],
  });
  await connection.sendNotification("initialized", {});
  return connection;
}

/** What the server publishes, one after another. */
function publications(connection: MessageConnection): { readonly next: () => Promise<Published> } {
  const come: Published[] = [];
  let wake: () => void = () => {};
  connection.onNotification("textDocument/publishDiagnostics", (published: Published) => {
    come.push(published);
    wake();
  });
  return {
    next: async () => {
      if (come.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return come.shift() ?? expect.unreachable();
    },
  };
}

async function replacementsFor(
  connection: MessageConnection,
  uri: string,
  diagnostics: readonly Diagnostic[],
): Promise<readonly string[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 20, character: 0 } };
  const actions: readonly { readonly title: string }[] = await connection.sendRequest("textDocument/codeAction", {
    ...{ textDocument: { uri }, range, context: { diagnostics } },
  });
  return actions.map(({ title }) => title);
}
