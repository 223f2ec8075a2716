import { cpSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { corpora } from "../corpus/corpora.js";
import { type Checkout, checkoutIn } from "./checkout.js";

const corpus = corpora.find(({ name }) => name === "dub-typescript");

/** Why no SDK can be made, as the ending of a title; empty where it can. */
export const absence: string = corpus
  ? ""
  : " (skipped: the pages of dub's SDK are not beside the repository, and MODELMARK_SHARED names no other folder)";

/** Makes a repository as SDK generators leave it: pages of a real SDK, a strict compiler that takes `src` alone. */
export function makeSdk(folder: string): Checkout {
  if (!corpus || !existsSync(corpus.docs)) throw new Error("The pages of the SDK are missing");
  mkdirSync(path.join(folder, "src"), { recursive: true });
  cpSync(corpus.docs, path.join(folder, "docs/models"), { recursive: true });
  const checkout = checkoutIn(folder);
  const { write, succeed } = checkout;
  write("package.json", jsonText({ name: "sdk", version: "1.0.0", type: "module", scripts: { build: "tsc" } }));
  write("tsconfig.json", jsonText({ compilerOptions, include: ["src"], exclude: ["node_modules"] }));
  write(".gitignore", "/node_modules\n/dist\n");
  write("src/index.ts", 'export const version = "1.0.0";\n');
  succeed("git", ["init", "--quiet"]);
  succeed("git", ["add", "--all"]);
  succeed("git", ["commit", "--quiet", "--message", "An SDK"]);
  return checkout;
}

/** Those of Speakeasy's SDKs. */
const compilerOptions = {
  target: "ES2020",
  lib: ["ES2022", "DOM", "DOM.Iterable"],
  module: "Node16",
  moduleResolution: "Node16",
  declaration: true,
  rootDir: "src",
  outDir: "dist",
  strict: true,
  allowUnusedLabels: false,
  allowUnreachableCode: false,
  exactOptionalPropertyTypes: true,
  useUnknownInCatchVariables: true,
  noFallthroughCasesInSwitch: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  esModuleInterop: true,
  forceConsistentCasingInFileNames: true,
};

function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
