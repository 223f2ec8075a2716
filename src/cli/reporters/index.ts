import type { Reporter } from "./reporter.js";

/** The reporters by name, each loaded where it is asked for. */
export const reporters = {
  pretty: async (): Promise<Reporter> => (await import("./pretty.js")).reportPretty,
  json: async (): Promise<Reporter> => (await import("./json.js")).reportJson,
  github: async (): Promise<Reporter> => (await import("./github.js")).reportGithub,
  sarif: async (): Promise<Reporter> => (await import("./sarif.js")).reportSarif,
} as const;

/** The name of a reporter. */
export type ReporterName = keyof typeof reporters;

/** The names of all reporters. */
export const reporterNames: readonly string[] = Object.keys(reporters);
