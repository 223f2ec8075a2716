import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { benchFolder } from "../common/paths.js";
import { contestants, peerIds } from "./contestants.js";
import type { Contestant, Unavailable } from "./heat.js";
import type { Documents } from "./openapi.js";
import { binaryOf } from "./peer-packages.js";
import type { Run } from "./run.js";
import { setAside } from "./set-aside.js";

type PeerId = (typeof peerIds)[number];

/** The peers on the document of the same API; each writes into an emptied folder of its own. */
export function peerRuns(folder: string, documents: () => Documents | undefined): readonly Contestant[] {
  const runOf = (id: PeerId): Run | Unavailable => {
    const written = documents();
    return written ? peerRun(id, join(folder, id), written) : { unavailable };
  };
  return peerIds.map((id) => ({ id, size: "once", setUp: () => runOf(id) }));
}

const unavailable = "the OpenAPI document of polar is not beside the repository";

function peerRun(id: PeerId, out: string, documents: Documents): Run {
  return {
    args: [binaryOf(contestants[id].package ?? id), ...argumentsOf(id, out, documents)],
    cwd: benchFolder,
    env: { MODELMARK_BENCH_DOCUMENT: documentOf(id, documents), MODELMARK_BENCH_OUT: out },
    before: () => {
      mkdirSync(out, { recursive: true });
      setAside(out);
    },
    after: () => {
      if (readdirSync(out).length === 0) throw new Error("it wrote nothing");
    },
  };
}

function documentOf(id: PeerId, { whole, schemas, jsonSchema }: Documents): string {
  switch (id) {
    case "orval":
      return whole;
    case "quicktype":
      return jsonSchema;
    case "openapiTypescript":
    case "heyApi":
    case "kubb":
      return schemas;
  }
}

function argumentsOf(id: PeerId, out: string, documents: Documents): readonly string[] {
  const config = (name: string): string => join(benchFolder, "generate/peers", name);
  const document = documentOf(id, documents);
  switch (id) {
    case "openapiTypescript":
      return [document, "--output", join(out, "types.ts")];
    case "heyApi":
      return ["--file", config("hey-api.config.mjs")];
    case "orval":
      return ["--config", config("orval.config.mjs")];
    case "quicktype":
      return ["--src-lang", "schema", `${document}#/definitions/`, "--lang", "ts", "--out", join(out, "types.ts")];
    case "kubb":
      return ["generate", "--config", config("kubb.config.mjs"), "--logLevel", "silent"];
  }
}
