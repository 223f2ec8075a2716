import { type Check, type CheckFile, checkFile } from "./check-files.js";
import { compileChecks, type Sources, type Verdicts } from "./compiler.js";
import { expressionOf, type Literal, madeOf } from "./literal.js";
import type { ProofCase } from "./proof-case.js";
import { type TypeScriptRule, typeScriptRules } from "./reference.js";
import { fitsModel } from "./reference-check.js";
import { type CaseSubjects, type Subject, subjectsOf } from "./subjects.js";

/** What was found for cases. */
export interface Agreement {
  readonly models: number;
  readonly values: number;
  /** Values that TypeScript cannot write, such as NaN: the reference alone judges them. */
  readonly untellable: number;
  /** How often the compiler gave its opinion: of a value's type, and of the literal, under each setting. */
  readonly verdicts: number;
  /** Verdicts that differ from the guard's by a rule of TypeScript, by rule. */
  readonly exceptions: Readonly<Record<string, number>>;
  /** Verdicts that differ from the guard's otherwise, a line each. */
  readonly disagreements: readonly string[];
  /** Values of which guard and reference differ, a line each. */
  readonly misjudged: readonly string[];
}

/** How many models a file of checks is about. */
const modelsInFile = 25;

/** Holds guards against the compiler and against the reference, for values of every model of the cases. */
export async function agreementOf(proofs: readonly ProofCase[], limit: number): Promise<Agreement> {
  const cases = proofs.map((proof) => subjectsOf(proof, limit));
  const files = cases.map((each) => ({ settings: each.proof.settings, ...filesOf(each) }));
  const texts = new Map(proofs.flatMap(sourceTexts));
  for (const { plain, fresh } of files) for (const { path, text } of [...plain, ...fresh]) texts.set(path, text);
  const sources: Sources = { texts, parsed: new Map() };
  const exact = files.flatMap(({ plain, fresh }) => [...plain, ...fresh]);
  // What an exact optional property is depends on the setting; every other type means the same without it.
  const loose = files.filter(({ settings }) => settings.optional === "undefined").flatMap(({ plain }) => plain);
  const judged = [
    judge(exact, await compileChecks(exact, sources, true)),
    judge(loose, await compileChecks(loose, sources, false)),
  ];
  return { ...countsOf(cases), ...summed(judged) };
}

function sourceTexts({ name, files }: ProofCase): readonly (readonly [string, string])[] {
  return [...files].map(([path, text]) => [`/${name}/${path}`, text] as const);
}

/**
 * The checks of a case: of each value by its type, and of each value that the guard takes as a literal, where it has no
 * key that no type names: only literals may not have these.
 */
function filesOf({ proof, models }: CaseSubjects): Readonly<Record<"plain" | "fresh", readonly CheckFile[]>> {
  const tellable = models.map((subjects) => subjects.filter((subject) => subject.tellable));
  const fresh = tellable.map((subjects) =>
    subjects.filter(({ taken, exact, literal }) => taken && exact && keepsTypes(literal)).map(asFresh),
  );
  return { plain: checkFiles(`/${proof.name}/plain`, tellable), fresh: checkFiles(`/${proof.name}/fresh`, fresh) };
}

function asFresh(subject: Subject): Subject {
  return { ...subject, fresh: true };
}

/** Whether literals keep their types: under a key that `Object` has they are taken for what stands there, and widen. */
function keepsTypes(literal: Literal): boolean {
  if (literal.kind === "leaf") return true;
  if (literal.kind === "list") return literal.items.every(keepsTypes);
  return literal.entries.every(([key, value]) => !(key in Object.prototype) && keepsTypes(value));
}

function checkFiles(path: string, models: readonly (readonly Check[])[]): readonly CheckFile[] {
  return Array.from({ length: Math.ceil(models.length / modelsInFile) }, (_, at) =>
    checkFile(`${path}-${at}.ts`, models.slice(at * modelsInFile, (at + 1) * modelsInFile).flat()),
  );
}

function countsOf(cases: readonly CaseSubjects[]): Pick<Agreement, "models" | "values" | "untellable" | "misjudged"> {
  const subjects = cases.flatMap(({ models }) => models.flat());
  return {
    models: cases.reduce((sum, { models }) => sum + models.length, 0),
    values: subjects.length,
    untellable: subjects.filter(({ tellable }) => !tellable).length,
    misjudged: subjects.filter(({ taken, fits }) => taken !== fits).map((each) => lineOf(each, "the reference")),
  };
}

type Judged = Pick<Agreement, "verdicts" | "exceptions" | "disagreements">;

function judge(files: readonly CheckFile[], { refused, others }: Verdicts): Judged {
  const exceptions: Record<string, number> = {};
  const disagreements = [...others];
  const subjects = files.flatMap(({ lines }) => [...lines.values()].filter(isSubject));
  for (const subject of subjects) {
    const typed = !refused.has(subject);
    if (typed === subject.taken) continue;
    const rule = exceptionOf(subject, typed);
    if (rule === undefined) disagreements.push(lineOf(subject, "the compiler"));
    else exceptions[rule] = (exceptions[rule] ?? 0) + 1;
  }
  return { verdicts: subjects.length, exceptions, disagreements };
}

function isSubject(check: Check): check is Subject {
  return "reference" in check;
}

/** The one rule of TypeScript that gives the compiler's opinion, where the guard has that of the reference. */
function exceptionOf({ id, literal, reference, taken, fits }: Subject, typed: boolean): TypeScriptRule | undefined {
  if (fits !== taken) return undefined;
  const value = madeOf(literal);
  const gives = (rule: TypeScriptRule): boolean => fitsModel(id, value, { ...reference, rules: new Set([rule]) });
  return typeScriptRules.find((rule) => gives(rule) === typed);
}

function summed(judged: readonly Judged[]): Judged {
  const exceptions: Record<string, number> = {};
  for (const each of judged) {
    for (const [rule, count] of Object.entries(each.exceptions)) exceptions[rule] = (exceptions[rule] ?? 0) + count;
  }
  return {
    verdicts: judged.reduce((sum, { verdicts }) => sum + verdicts, 0),
    exceptions,
    disagreements: judged.flatMap(({ disagreements }) => disagreements),
  };
}

function lineOf({ id, literal, taken, fresh }: Subject, other: string): string {
  const [guard, opposite] = taken ? ["takes", "refuses"] : ["refuses", "takes"];
  return `${id}: the guard ${guard} what ${other} ${opposite}${fresh ? " as a literal" : ""}: ${expressionOf(literal)}`;
}
