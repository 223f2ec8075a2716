import { describe, expect, it } from "vitest";
import { isBindable, isIdentifierName, typeNameOf } from "../../src/model/type-name.js";

describe("a type's name", () => {
  it.each([
    ["is the title where that is an identifier", "Pet", "Pet"],
    ["joins words, each with a capital", "pet shop-owner", "petShopOwner"],
    ["begins with an underscore where a digit would", "2fa", "_2fa"],
    ["is an underscore where nothing is left", "—", "_"],
    ["ends in an underscore where it would be a word of the language", "class", "class_"],
    ["is in one form of Unicode", "Cafe\u0301", "Caf\u00e9"],
    ["keeps a letter whose capital is two", "a \u00dfx", "a\u00dfx"],
    ["keeps a letter whose capital is not in every version of ECMAScript", "a \u023fx", "a\u023fx"],
  ])("%s", (_fact, title, name) => {
    expect(typeNameOf(title)).toBe(name);
  });
});

describe("a name that a module can bind", () => {
  it.each(["Pet", "_", "$a1"])("may be %s", (name) => {
    expect(isBindable(name)).toBe(true);
  });

  it.each(["", "a-b", "1a", "class", "await", "eval", "arguments"])("is not %j", (name) => {
    expect(isBindable(name)).toBe(false);
  });
});

describe("the form of an identifier", () => {
  it("is also that of words of the language", () => {
    expect(isIdentifierName("class")).toBe(true);
  });

  it.each(["", "1", "a b", "a\n", "\u2160", "a\u200d"])("is not that of %j", (text) => {
    expect(isIdentifierName(text)).toBe(false);
  });
});
