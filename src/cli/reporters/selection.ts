import type { VFileMessage } from "vfile-message";

/** The messages that a reader is shown, and what is said of the others. */
export interface Selection {
  readonly shown: readonly VFileMessage[];
  /** Those with the line of the page that they are about. */
  readonly framed: ReadonlySet<VFileMessage>;
  readonly rests: readonly Rest[];
}

/** The messages of one rule that are not shown. */
export interface Rest {
  readonly rule: string;
  readonly isError: boolean;
  readonly count: number;
  readonly pages: number;
  /** The folder that all links that were found name, where they do. */
  readonly folder: string | undefined;
  /** What was found most often, where something was found again and again. */
  readonly repeated: readonly Repeated[];
}

/** A text of pages that messages are about, and how many are. */
export interface Repeated {
  readonly text: string;
  readonly count: number;
}

/** How many messages of a rule are shown, how many of these with a frame, and how many frames there are in all. */
const most = { ofRule: 10, framesOfRule: 5, frames: 30, repeated: 3 };

/** Many messages of a rule have one cause, as a folder that is spelled wrong in every link: the first ones stand for all. */
export function selectMessages(messages: readonly VFileMessage[], isAll: boolean): Selection {
  const groups = groupedByRule(messages);
  const shownOf = (group: readonly VFileMessage[]): number => (isAll ? group.length : most.ofRule);
  const shown = new Set([...groups.values()].flatMap((group) => group.slice(0, shownOf(group))));
  const frames = [...groups.values()].flatMap((group) => group.slice(0, isAll ? group.length : most.framesOfRule));
  return {
    shown: messages.filter((message) => shown.has(message)),
    framed: new Set(isAll ? frames : frames.slice(0, most.frames)),
    rests: [...groups.values()].flatMap((group) => restOf(group, shownOf(group))),
  };
}

/** Errors and warnings apart, since severities may differ from page to page; errors come first. */
function groupedByRule(messages: readonly VFileMessage[]): ReadonlyMap<string, readonly VFileMessage[]> {
  const groups = new Map<string, VFileMessage[]>();
  for (const message of messages.toSorted((a, b) => Number(b.fatal === true) - Number(a.fatal === true))) {
    const key = `${message.fatal} ${message.ruleId}`;
    const group = groups.get(key);
    if (group) group.push(message);
    else groups.set(key, [message]);
  }
  return groups;
}

function restOf(group: readonly VFileMessage[], shown: number): readonly Rest[] {
  const [first] = group;
  const left = group.slice(shown);
  if (!first || left.length === 0) return [];
  return [
    {
      rule: first.ruleId ?? "",
      isError: first.fatal === true,
      count: left.length,
      pages: new Set(left.map((message) => message.file)).size,
      folder: sharedFolder(group.map((message) => message.actual)),
      repeated: repeatedIn(group),
    },
  ];
}

function sharedFolder(found: readonly (string | undefined)[]): string | undefined {
  const folders = new Set(found.map((text) => text?.match(/^[^\s]*\//)?.[0]));
  const [only] = folders;
  return folders.size === 1 ? only : undefined;
}

function repeatedIn(group: readonly VFileMessage[]): readonly Repeated[] {
  const counts = new Map<string, number>();
  for (const { actual } of group) if (actual) counts.set(actual, (counts.get(actual) ?? 0) + 1);
  const repeated = [...counts].map(([text, count]) => ({ text, count })).filter(({ count }) => count > 2);
  return repeated.sort((a, b) => b.count - a.count).slice(0, most.repeated);
}
