import type { Block, Page } from "../../markdown/page.js";
import { foldName } from "../../model/fold-name.js";
import { fileOf } from "../../model/path.js";
import type { PageVerdict } from "../dialect.js";
import { anatomyOf } from "./anatomy.js";
import { fieldColumns, isHeader, valueColumns } from "./columns.js";

/** Folders beside the models whose pages tell of the SDK itself. */
const asideFolders: ReadonlySet<string> = new Set(["utils", "sdks", "lib", "internal", "types"]);

/** Pages beside the models, in any folder. */
const asideFiles: ReadonlySet<string> = new Set(["option", "options", "readme", "retryconfig", "rfcdate", "changelog"]);

/** Tells a model page from what stands beside it. */
export function judge(page: Page): PageVerdict {
  if (page.text.trim() === "") return { kind: "model" };
  const { main } = anatomyOf(page);
  const beside = standsBeside(page.path);
  if (main) return beside && !isExact(main) ? aside("it tells of the SDK, not of a model") : { kind: "model" };
  if (beside) return aside("it tells of the SDK, not of a model");
  if (findStrayTable(page)) return { kind: "model" };
  return isBare(page) ? { kind: "model" } : aside("it has no section that tells of a model");
}

/** A field table outside `## Fields`: a slip in the heading above it. */
export function findStrayTable(page: Page): Extract<Block, { kind: "table" }> | undefined {
  const table = page.blocks.find((block) => block.kind === "table" && isHeader(block.header, fieldColumns, 4));
  return table?.kind === "table" ? table : undefined;
}

function aside(reason: string): PageVerdict {
  return { kind: "aside", reason };
}

function standsBeside(path: string): boolean {
  const segments = path.toLowerCase().split("/");
  const file = segments.pop() ?? "";
  return asideFiles.has(file.replace(/\.mdx?$/, "")) || segments.some((segment) => asideFolders.has(segment));
}

/** Whether a standard section has just the form that the generator writes. */
function isExact(main: NonNullable<ReturnType<typeof anatomyOf>["main"]>): boolean {
  const table = main.blocks.find((block) => block.kind === "table");
  switch (main.kind) {
    case "object":
      return table?.kind === "table" && isHeader(table.header, fieldColumns, 4);
    case "enum":
      return table?.kind === "table" ? isHeader(table.header, valueColumns, 2) : main.blocks.length > 0;
    case "union":
      return main.blocks.some((block) => block.kind === "heading" && block.depth === 3);
  }
}

/** A title that is its file's name, and at most a description under it: a union that the target cannot document. */
function isBare(page: Page): boolean {
  const title = page.title?.text.replaceAll("~~", "") ?? "";
  const stem = fileOf(page.path).replace(/\.mdx?$/, "");
  if (title === "") return false;
  return foldName(title) === foldName(stem) && page.blocks.every((block) => block.kind !== "heading");
}
