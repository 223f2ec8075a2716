import { didYouMean } from "../did-you-mean.js";
import type { Directive, DirectiveWord } from "./directive.js";
import { type Finding, type Report, type Severities, severityOf } from "./report.js";
import { isRuleId, type RuleId, rules } from "./rules.js";

/** What the comments of a page leave of its findings. */
export interface Silenced {
  readonly kept: readonly Finding[];
  /** What is wrong with the comments themselves. */
  readonly about: readonly Finding[];
}

/** Takes out what the comments of a page silence, and reports comments that cannot be obeyed or silence nothing. */
export function silence(
  page: string,
  findings: readonly Finding[],
  directives: readonly Directive[],
  severities: Severities,
): Silenced {
  const about: Finding[] = [];
  const report: Report = (finding) => about.push(finding);
  const orders = directives.flatMap((directive) => ordersOf(page, directive, report));
  const kept = findingsLeft(findings, orders);
  for (const order of orders)
    if (order.verb !== "enable" && !order.isUsed) reportUnused(page, order, severities, report);
  return { kept, about };
}

const verbs = ["disable", "enable", "disable-next-line"] as const;

type Verb = (typeof verbs)[number];

/** What a comment says of one rule, or of all. */
interface Order {
  readonly verb: Verb;
  /** Nothing where all rules are meant. */
  readonly rule: RuleId | undefined;
  readonly place: Directive["place"];
  isUsed: boolean;
}

/** What is silenced at a line: rules that are named, and all but some. */
interface Open {
  readonly named: Map<RuleId, Order>;
  all: Order | undefined;
  readonly except: Set<RuleId>;
}

function nothingOpen(): Open {
  return { named: new Map(), all: undefined, except: new Set() };
}

/** Goes down the page once: orders and findings by their lines, findings of the whole page last. */
function findingsLeft(findings: readonly Finding[], orders: readonly Order[]): readonly Finding[] {
  const lineOf = ({ place }: Finding): number => place?.start.line ?? Number.POSITIVE_INFINITY;
  const below = openNext(orders);
  const open = nothingOpen();
  let next = 0;
  return findings
    .toSorted((one, other) => (lineOf(one) < lineOf(other) ? -1 : Number(lineOf(one) > lineOf(other))))
    .filter((finding) => {
      for (let order = orders[next]; order && order.place.start.line <= lineOf(finding); order = orders[next]) {
        obey(order, open);
        next += 1;
      }
      const { guarded } = rules[finding.rule];
      return (
        guarded || ![open, below.get(lineOf(finding))].map((each) => each && use(each, finding.rule)).some(Boolean)
      );
    });
}

/** What is silenced on single lines. */
function openNext(orders: readonly Order[]): ReadonlyMap<number, Open> {
  const lines = new Map<number, Open>();
  for (const order of orders) {
    if (order.verb !== "disable-next-line") continue;
    const line = order.place.end.line + 1;
    const open = lines.get(line) ?? nothingOpen();
    lines.set(line, open);
    openFor(order, open);
  }
  return lines;
}

function obey(order: Order, open: Open): void {
  if (order.verb === "disable") openFor(order, open);
  if (order.verb !== "enable") return;
  if (order.rule === undefined) {
    open.named.clear();
    open.all = undefined;
  } else {
    open.named.delete(order.rule);
    open.except.add(order.rule);
  }
}

/** A second order of what is silenced already has nothing to do. */
function openFor(order: Order, open: Open): void {
  if (order.rule === undefined) {
    open.all ??= order;
    open.except.clear();
  } else if (!open.named.has(order.rule)) open.named.set(order.rule, order);
}

/** Whether a rule is silenced; the orders that do so have been of use. */
function use({ named, all, except }: Open, rule: RuleId): boolean {
  const orders = [named.get(rule), except.has(rule) ? undefined : all].filter((order) => order !== undefined);
  for (const order of orders) order.isUsed = true;
  return orders.length > 0;
}

function ordersOf(page: string, { verb, rules: words, place }: Directive, report: Report): readonly Order[] {
  if (!isVerb(verb)) {
    const known = verbs.map((each) => `modelmark-${each}`);
    const expected = known.map((each) => `\`${each}\``).join(" or ");
    report(unreadable(page, { text: `modelmark-${verb}`, place }, expected, hintOf(`modelmark-${verb}`, known)));
    return [];
  }
  if (words.length === 0) return [{ verb, rule: undefined, place, isUsed: false }];
  return words.flatMap((word) => {
    const rule = ruleOf(page, word, report);
    return rule ? [{ verb, rule, place: word.place, isUsed: false }] : [];
  });
}

/** The rule that a word names, where a page may silence it. */
function ruleOf(page: string, word: DirectiveWord, report: Report): RuleId | undefined {
  const { text } = word;
  if (!isRuleId(text)) {
    report(unreadable(page, word, "the id of a rule", hintOf(text, Object.keys(rules))));
    return undefined;
  }
  if (!rules[text].guarded) return text;
  const mend = "What guards those who build the page is set in the configuration alone, under `rules`.";
  report(unreadable(page, word, "a rule that a page may silence", mend));
  return undefined;
}

function unreadable(page: string, { text, place }: DirectiveWord, expected: string, mend: string | undefined): Finding {
  const reason = `Unexpected \`${text}\` in a comment, expected ${expected}`;
  return { rule: "unreadable-directive", page, place, reason, actual: text, mend };
}

function hintOf(text: string, known: readonly string[]): string | undefined {
  const hint = didYouMean(text, known);
  return hint.startsWith("Did") ? hint : undefined;
}

function reportUnused(page: string, { rule, place }: Order, severities: Severities, report: Report): void {
  if (rule !== undefined && (severityOf(rule, severities) === "off" || rules[rule].compared)) return;
  const what = rule === undefined ? "comment" : `\`${rule}\` in a comment`;
  report({
    rule: "unused-directive",
    page,
    place,
    reason: `Unexpected ${what} that silences nothing, expected a finding to silence`,
    ...(rule !== undefined && { actual: rule }),
  });
}

function isVerb(text: string): text is Verb {
  return verbs.some((verb) => verb === text);
}
