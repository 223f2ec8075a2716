import { didYouMean } from "../../did-you-mean.js";
import { UsageError } from "../exit-code.js";
import type { Finding, HookTool } from "./hooks/hook-tool.js";
import { foundTools, hookTools } from "./hooks/index.js";
import type { Look } from "./look.js";
import type { Person } from "./questions.js";

/** The tool that is to run modelmark; without one no hook is set. */
export interface ChosenTool {
  readonly tool: HookTool | undefined;
  /** Other tools that the repository uses. */
  readonly others: readonly string[];
}

/** Chooses the tool that `--hook` names, else the one that the repository uses. */
export async function chooseTool(
  look: Look,
  named: string | undefined,
  person: Person | undefined,
): Promise<ChosenTool> {
  const names = [...hookTools.map(({ name }) => name), none];
  if (named !== undefined) {
    if (!names.includes(named)) throw new UsageError(`Unknown hook tool \`${named}\``, didYouMean(named, names));
    return chosen(look, named);
  }
  const [found] = foundTools(look);
  if (!person) return chosen(look, found?.tool.name ?? none);
  const answer = await person.ask({
    text: `What runs before commits${found ? ` (${shown(found.finding)})` : ""}: ${names.join(", ")}`,
    suggested: found?.tool.name ?? none,
    refusal: (each) => (names.includes(each) ? undefined : `Expected one of ${names.join(", ")}.`),
  });
  return chosen(look, answer);
}

const none = "none";

function chosen(look: Look, name: string): ChosenTool {
  const used = foundTools(look).filter(({ finding }) => finding.strength === "in use");
  return {
    tool: hookTools.find((tool) => tool.name === name),
    others: used.map(({ tool }) => tool.name).filter((each) => each !== name),
  };
}

function shown({ strength, sign }: Finding): string {
  return strength === "in use" ? `${sign} is here` : sign;
}
