import { describe, expect, it } from "vitest";
import { identifier, literalCode, propertyName, stringLiteral } from "../../src/emit/code.js";
import { visibleLine, visibleText } from "../../src/emit/doc-character.js";

/** What Unicode says is not seen, steers text or is half of a character; our own patterns name code points one by one. */
const isHidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/u;
/** Marks of numbers and names, which are seen though Unicode calls them format characters. */
const isSeenMark = /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u;
const selectors = /[\ufe00-\ufe0f]/;

function charactersWhere(matches: (character: string) => boolean): readonly string[] {
  return Array.from({ length: 0x110000 }, (_, point) => String.fromCodePoint(point)).filter(matches);
}

const hidden = charactersWhere((character) => isHidden.test(character) && !isSeenMark.test(character));
const seen = charactersWhere((character) => !isHidden.test(character) || isSeenMark.test(character));

/** The escapes that a character is shown by. */
function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

function names(characters: readonly string[]): readonly string[] {
  return characters.map((character) => (character.codePointAt(0) ?? 0).toString(16));
}

describe("a character that is not seen", () => {
  it("stands in no string literal, wherever it comes", () => {
    const raw = hidden.filter((character) =>
      [character, `a${character}b`].some((text) => /[^ -~]/.test(stringLiteral(text))),
    );
    expect(names(raw)).toEqual([]);
  });

  it("stands in no comment of one line", () => {
    const wrong = hidden.filter(
      (character) => !selectors.test(character) && visibleLine(`a${character}b`) !== `a${escaped(character)}b`,
    );
    expect(names(wrong)).toEqual([]);
  });

  it("stands in no comment of several lines, but for tabs and line feeds", () => {
    const wrong = hidden.filter((character) => {
      const shown = /[\t\n]/.test(character) ? character : escaped(character);
      return !selectors.test(character) && visibleText(`a${character}b`) !== `a${shown}b`;
    });
    expect(names(wrong)).toEqual([]);
  });

  it("evaluates to itself in a string literal", () => {
    const wrong = [...hidden, ...seen].filter((character) => JSON.parse(stringLiteral(character)) !== character);
    expect(names(wrong)).toEqual([]);
  });
});

describe("a selector of a variant", () => {
  const all = hidden.filter((character) => selectors.test(character));

  it("stays behind a character that it belongs to", () => {
    expect(all.filter((character) => visibleText(`\u2764${character}`) !== `\u2764${character}`)).toEqual([]);
  });

  it.each([
    ["the beginning", ""],
    ["a blank", " "],
    ["a line feed", "\n"],
  ])("is shown behind %s", (_where, before) => {
    expect(all.filter((character) => visibleText(before + character) !== before + escaped(character))).toEqual([]);
  });

  it("is shown behind another one", () => {
    const wrong = all.filter((first) =>
      all.some((second) => visibleText(`a${first}${second}`) !== `a${first}${escaped(second)}`),
    );
    expect(names(wrong)).toEqual([]);
  });
});

describe("a character that is seen", () => {
  it("stays as it is", () => {
    const changed = seen.filter((character) => character !== "\\" && visibleText(character) !== character);
    expect(names(changed)).toEqual([]);
  });

  it("stays as it is in a string literal, but for quotes and backslashes", () => {
    const changed = seen.filter(
      (character) => !/["\\]/.test(character) && stringLiteral(character) !== `"${character}"`,
    );
    expect(names(changed)).toEqual([]);
  });
});

describe("a backslash", () => {
  it("is doubled where what follows is hidden or looks like an escape, and there alone", () => {
    const wrong = hidden.filter((character) => {
      return !selectors.test(character) && visibleLine(`\\${character}`) !== `\\\\${escaped(character)}`;
    });
    expect(names(wrong)).toEqual([]);
    expect(visibleText("\\u202e \\\\u202e \\d \\\\")).toBe("\\\\u202e \\\\\\\\u202e \\d \\\\");
  });

  it("is written by its number in a string literal, since ts-morph's writer counts them", () => {
    expect(stringLiteral('a\\"b')).toBe(String.raw`"a\u005c\"b"`);
  });
});

describe("a literal", () => {
  it("keeps the sign of zero", () => {
    expect([literalCode(-0), literalCode(0), literalCode(-1.5)]).toEqual(["-0", "0", "-1.5"]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("is refused for %s", (value) => {
    expect(() => literalCode(value)).toThrow(RangeError);
  });

  it("is made of booleans as of numbers", () => {
    expect([literalCode(true), literalCode(false)]).toEqual(["true", "false"]);
  });
});

describe("a property's name", () => {
  it.each([
    ["a", "a"],
    ["a-b", '"a-b"'],
    ["__proto__", '"__proto__"'],
    ["1", '"1"'],
  ])("of %s is %s", (name, code) => {
    expect(propertyName(name)).toBe(code);
  });
});

describe("an identifier", () => {
  it("is a text that has the form of one", () => {
    expect(identifier("Pet$1")).toBe("Pet$1");
  });

  it.each(["", "1a", "a-b", "a.b", "a b"])("is not %j", (text) => {
    expect(() => identifier(text)).toThrow(TypeError);
  });
});
