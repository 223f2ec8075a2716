/** The pages as they are, and ten copies of them side by side. */
export const sizes = ["once", "tenfold"] as const;

/** One of them. */
export type Size = (typeof sizes)[number];

/** How the figures call what is measured. */
export const contestantIds = [
  "start",
  "list",
  "read",
  "hash",
  "noOp",
  "editedPage",
  "check",
  "checkStaged",
  "cold",
  "plain",
  "openapiTypescript",
  "heyApi",
  "orval",
  "quicktype",
  "kubb",
] as const;

/** One of them. */
export type ContestantId = (typeof contestantIds)[number];

/** What people call a contestant, and what it makes. */
export interface Description {
  readonly title: string;
  readonly gives: string;
  /** The package of a peer, whose version the tables name. */
  readonly package?: string;
}

const outputs = "types, validators, doc comments; a file a model, parsed again";

/** The contestants in words. */
export const contestants: Readonly<Record<ContestantId, Description>> = {
  start: { title: "node -e 0", gives: "nothing" },
  list: { title: "list the pages", gives: "nothing" },
  read: { title: "read the pages", gives: "nothing" },
  hash: { title: "read and hash the pages", gives: "nothing" },
  noOp: { title: "modelmark, nothing changed", gives: outputs },
  editedPage: { title: "modelmark, one edited page", gives: outputs },
  check: { title: "modelmark check", gives: "a verdict" },
  checkStaged: { title: "modelmark check --staged", gives: "a verdict" },
  cold: { title: "modelmark, cold", gives: outputs },
  plain: { title: "plain design", gives: "types, simple validators, doc comments; a file a page" },
  openapiTypescript: { title: "openapi-typescript", gives: "types; one file", package: "openapi-typescript" },
  heyApi: { title: "hey-api", gives: "types, zod schemas; two files", package: "@hey-api/openapi-ts" },
  orval: { title: "orval", gives: "zod schemas of the operations; one file", package: "orval" },
  quicktype: { title: "quicktype", gives: "types, converters that throw; one file", package: "quicktype" },
  kubb: { title: "kubb", gives: "types, zod schemas; two files a model", package: "@kubb/cli" },
};

/** Those who read the OpenAPI document of the same API. */
export const peerIds = ["openapiTypescript", "heyApi", "orval", "quicktype", "kubb"] as const;

/** What a floor of reading does with the pages. */
export const floorIds = ["list", "read", "hash"] as const;
