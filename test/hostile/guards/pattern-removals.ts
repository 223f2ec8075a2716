import { type AST, RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";

/** A part of a pattern, by its offsets. */
export interface PatternPart {
  readonly start: number;
  readonly end: number;
}

const parser = new RegExpParser();

/**
 * Every alternative, and every part of a character class, without which a pattern matches less; none where it is no
 * pattern. Those of negations are left: without them it matches more.
 */
export function removableParts(pattern: string, flags: string): readonly PatternPart[] {
  const parsed = parse(pattern, flags);
  if (parsed === undefined) return [];
  const found: PatternPart[] = [];
  const negations: AST.Node[] = [];
  const note = (parts: readonly AST.Node[], separator: string): void => {
    if (parts.length < 2 || negations.length > 0) return;
    found.push(...parts.map((part) => withSeparator(part, parts, separator)));
  };
  visitRegExpAST(parsed, {
    onPatternEnter: ({ alternatives }) => note(alternatives, "|"),
    onGroupEnter: ({ alternatives }) => note(alternatives, "|"),
    onCapturingGroupEnter: ({ alternatives }) => note(alternatives, "|"),
    onAssertionEnter: (assertion) => {
      if ("negate" in assertion && assertion.negate) negations.push(assertion);
      if ("alternatives" in assertion) note(assertion.alternatives, "|");
    },
    onAssertionLeave: (assertion) => {
      if (negations.at(-1) === assertion) negations.pop();
    },
    onCharacterClassEnter: ({ negate, elements }) => {
      if (!negate) note(elements, "");
    },
  });
  return found;
}

function parse(pattern: string, flags: string): AST.Pattern | undefined {
  try {
    return parser.parsePattern(pattern, 0, pattern.length, { unicode: flags.includes("u") });
  } catch {
    return undefined;
  }
}

/** The first part goes with the separator behind it, each other one with the separator before it. */
function withSeparator({ start, end }: AST.Node, [first]: readonly AST.Node[], separator: string): PatternPart {
  if (start === first?.start) return { start, end: end + separator.length };
  return { start: start - separator.length, end };
}
