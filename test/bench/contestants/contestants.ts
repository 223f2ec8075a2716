/** How the benchmark's figures call the contestants. */
export const contestantIds = [
  "hand",
  "modelmark",
  "typia",
  "ajvStandalone",
  "typebox",
  "arktype",
  "zod",
  "zodMini",
  "valibot",
] as const;

/** A contestant. */
export type ContestantId = (typeof contestantIds)[number];

/** Where a contestant's code is, below the benchmark's folder, and what people call it. */
export interface Description {
  readonly title: string;
  readonly source: string;
  /** Packages that take the place of others. */
  readonly alias?: Readonly<Record<string, string>>;
}

/** The contestants; what lies in `dist` is made by a run. */
export const contestants: Readonly<Record<ContestantId, Description>> = {
  hand: { title: "hand", source: "contestants/hand.ts" },
  modelmark: { title: "modelmark", source: "dist/sources/modelmark.ts" },
  typia: { title: "typia", source: "dist/sources/contestants/typia.js" },
  ajvStandalone: { title: "ajv standalone", source: "dist/sources/ajv-standalone.js" },
  typebox: { title: "typebox", source: "contestants/typebox.ts" },
  arktype: { title: "arktype", source: "contestants/arktype.ts" },
  zod: { title: "zod", source: "contestants/zod.ts" },
  zodMini: { title: "zod mini", source: "contestants/zod.ts", alias: { zod: "zod/mini" } },
  valibot: { title: "valibot", source: "contestants/valibot.ts" },
};

/** Everyone but the yardstick and modelmark. */
export const peerIds: readonly ContestantId[] = contestantIds.filter((id) => id !== "hand" && id !== "modelmark");
