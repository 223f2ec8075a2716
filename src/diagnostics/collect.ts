import type { VFileMessage } from "vfile-message";
import type { Directive } from "./directive.js";
import { type Finding, type Message, messageOf, type Report, type Severities, severityOf } from "./report.js";
import { rules } from "./rules.js";
import { silence } from "./silence.js";

/** A report and the messages that it has taken so far. */
export interface Collector {
  readonly report: Report;
  /** Lets the comments of a page silence what is found on it. */
  readonly heed: (page: string, directives: readonly Directive[]) => void;
  /** Takes back that the type in a line of a page cannot be read, since an override says what it is. */
  readonly settle: (page: string, line: number) => void;
  /** Sorted by page and place. */
  readonly messages: () => readonly Message[];
  readonly traits: PageTraits;
}

/** Pages whose findings do not depend on what is looked at for them alone. */
export interface PageTraits {
  /** Those of which something was found that any page may decide, and those that it relates to. */
  readonly toldByAll: ReadonlySet<string>;
  /** Those with comments that silence findings. */
  readonly heeded: ReadonlySet<string>;
}

/** Makes a report that keeps what it is told, with the severities of the configuration. */
export function collectMessages(severities: Severities): Collector {
  const findings: Finding[] = [];
  const comments = new Map<string, readonly Directive[]>();
  const settled = new Set<string>();
  const toldByAll = new Set<string>();
  const heeded = new Set<string>();
  return {
    report: (finding) => {
      if (severityOf(finding.rule, severities) === "off") return;
      findings.push(finding);
      if (rules[finding.rule].scope !== "all") return;
      for (const { page } of [finding, ...(finding.related ?? [])]) toldByAll.add(page);
    },
    heed: (page, directives) => {
      if (directives.length === 0) return;
      comments.set(page, directives);
      heeded.add(page);
    },
    settle: (page, line) => settled.add(`${line} ${page}`),
    messages: () => {
      const open = findings.filter(({ rule, page, place }) => {
        return rule !== "unknown-type" || !settled.has(`${place?.start.line} ${page}`);
      });
      const kept = heededFindings(open, comments, severities);
      return kept.flatMap((finding) => messageOf(finding, severities) ?? []).sort(byPlace);
    },
    traits: { toldByAll, heeded },
  };
}

function heededFindings(
  findings: readonly Finding[],
  comments: ReadonlyMap<string, readonly Directive[]>,
  severities: Severities,
): readonly Finding[] {
  const kept: Finding[] = [];
  const onPages = new Map<string, Finding[]>([...comments.keys()].map((page) => [page, []]));
  for (const finding of findings) (onPages.get(finding.page) ?? kept).push(finding);
  for (const [page, directives] of comments) {
    const silenced = silence(page, onPages.get(page) ?? [], directives, severities);
    kept.push(...silenced.kept, ...silenced.about);
  }
  return kept;
}

/** The order of messages: by page, then by line and column. */
export function byPlace(a: VFileMessage, b: VFileMessage): number {
  if (a.file !== b.file) return (a.file ?? "") < (b.file ?? "") ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
