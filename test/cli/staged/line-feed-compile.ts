import type { Compile } from "../../../src/cli/environment.js";
import type { SourcePage } from "../../../src/compile.js";
import { fakeCompile } from "../fake-compile.js";

/** The real pipeline says the same of both line ends; the one that stands for it quotes whole pages. */
export const lineFeedCompile: Compile = (sources, options) => fakeCompile(sources.map(withLineFeeds), options);

function withLineFeeds({ path, value }: SourcePage): SourcePage {
  const text = typeof value === "string" ? value : Buffer.from(value).toString();
  return { path, value: text.replaceAll("\r\n", "\n") };
}
