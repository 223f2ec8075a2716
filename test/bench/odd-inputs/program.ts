import { pathToFileURL } from "node:url";
import type { Contestant } from "../contestants/contestant.js";
import { type OddInput, oddInputs } from "./cases.js";
import type { Answer, OddRequest } from "./odd-inputs.js";
import type { TreeValidator } from "./trees.js";

// A process for each contestant: what an input does to one of them must not reach another.

const { bundle, trees, id }: OddRequest = JSON.parse(process.argv[2] ?? "{}");
const contestant: Contestant = await import(pathToFileURL(bundle).href);
const allTrees: Readonly<Record<string, TreeValidator>> = await import(pathToFileURL(trees).href);
process.stdout.write(JSON.stringify(oddInputs.map(answerTo)));

function answerTo(input: OddInput): Answer {
  const { shape, make, polluted = false } = input;
  const tree = allTrees[id];
  const is = shape === "tree" ? tree?.is : contestant.is[shape];
  const check = shape === "tree" ? tree?.check : contestant.check[shape];
  if (!is || !check) return "differs";
  const value = make();
  if (polluted) Object.assign(Object.prototype, { stranger: 1 });
  try {
    const accepted = is(value);
    if (accepted !== (check(value) === null)) return "differs";
    return accepted ? "yes" : "no";
  } catch {
    return "throws";
  } finally {
    if (polluted) Reflect.deleteProperty(Object.prototype, "stranger");
  }
}
