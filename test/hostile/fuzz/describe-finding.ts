import type { Finding } from "./search.js";

/** A finding with what is needed to see it again: its seed and path, and the pages and options as they are. */
export function describeFinding({ seed, path, findings, tried }: Finding): string {
  const again = path === "" ? `a sample of seed ${seed}` : `npm run fuzz -- --seed ${seed} --path ${path}`;
  const pages = tried.pages.map((page) => `  ${JSON.stringify(page.path)}: ${JSON.stringify(page.value)}`);
  return [`FAILED ${again}`, ...findings.slice(0, 3), ...pages, `  ${JSON.stringify(tried.options)}`].join("\n");
}

/** What findings of one cause have in common, as far as their words tell. */
export function keyOf({ findings }: Finding): string {
  const [first = ""] = findings;
  return first.replace(/`[^`]*`|"[^"]*"|'[^']*'|\d+|^\S*: /g, "").slice(0, 120);
}
