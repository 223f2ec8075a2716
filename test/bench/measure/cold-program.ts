import { pathToFileURL } from "node:url";
import type { Contestant } from "../contestants/contestant.js";
import { makeInputs } from "../shapes/inputs.js";
import type { ColdTimes } from "./cold.js";

// A process that has loaded nothing but a contestant's bundle, as a short-lived function is started.

const { valid, wrongOften } = makeInputs("nested");
const file = pathToFileURL(process.argv[2] ?? "").href;
const start = performance.now();
const contestant: Contestant = await import(file);
const loaded = performance.now();
contestant.is.nested(valid[0]);
const answered = performance.now();
contestant.check.nested(wrongOften[0]);
const told = performance.now();
const times: ColdTimes = { load: loaded - start, firstIs: answered - loaded, firstCheck: told - answered };
process.stdout.write(JSON.stringify(times));
