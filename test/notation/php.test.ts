import { describe, expect, it } from "vitest";
import { php } from "../../src/notation/php.js";
import { describeMember, describeType } from "./describe-type.js";

const start = { line: 3, column: 10, offset: 100 };
const cell = (text: string): string => describeType(php.parseCell(text, start));
const member = (heading: string, fence?: string): string => describeMember(php, heading, fence);

const dateTime = "https://www.php.net/manual/en/class.datetime.php";
const response = "https://www.php-fig.org/psr/psr-7/#33-psrhttpmessageresponseinterface";

describe("a PHP cell", () => {
  it.each([
    ["*string*", "string"],
    ["*int*", "integer"],
    ["*float*", "number"],
    ["*bool*", "boolean"],
    ["*true*", "true"],
    ["*false*", "false"],
    ["*mixed*", "unknown"],
    ["*object*", "unknown"],
    ["*array*", "unknown[] | Record<unknown>"],
    ["array<*string*>", "string[]"],
    ["array<string, *mixed*>", "Record<unknown>"],
    ["array<array<string, *mixed*>>", "Record<unknown>[]"],
    ["array<string, array<*string*>>", "Record<string[]>"],
    ["array<array<string, array<string, *int*>>>", "Record<Record<integer>>[]"],
    ["array\\<string, *string*\\>", "Record<string>"],
    ["array<[Components\\X](x.md)>", "Components.X → x.md[]"],
    ["array<stringy\\X>", "stringy.X[]"],
    ["`string`", "string"],
    ["array<`string`>", "string[]"],
  ])("reads %s", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    ["[Components\\X](../../Models/Components/X.md)", "Components.X → ../../Models/Components/X.md"],
    ["[\\acme\\sdk\\Models\\Shared\\X](X.md)", "acme.sdk.Models.Shared.X → X.md"],
    ["[AdyenOptions](./AdyenOptions.md)", "AdyenOptions → ./AdyenOptions.md"],
    ["[Components\\_X1](_X1.md)", "Components._X1 → _X1.md"],
    ["*Components\\X*", "Components.X"],
    [`[\\DateTime](${dateTime})`, `DateTime(date-time) → ${dateTime}`],
    [
      `[\\Psr\\Http\\Message\\ResponseInterface](${response})`,
      `Psr.Http.Message.ResponseInterface(Response) → ${response}`,
    ],
    ["*\\Psr\\Http\\Message\\StreamInterface*", "Psr.Http.Message.StreamInterface(Stream<Uint8Array>)"],
    ["*\\Brick\\Math\\BigInteger*", "Brick.Math.BigInteger(bigint)"],
    ["array<string, *\\Brick\\Math\\BigInteger*>", "Record<Brick.Math.BigInteger(bigint)>"],
    ["*\\Brick\\Math\\BigDecimal*", "Brick.Math.BigDecimal(decimal)"],
    ["*LocalDate*", "LocalDate(date)"],
    ["*\\Brick\\DateTime\\LocalDate*", "Brick.DateTime.LocalDate(date)"],
    ["[Components\\DateTime](DateTime.md)", "Components.DateTime → DateTime.md"],
  ])("reads the name %s", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    ["*?string*", "string or nothing"],
    ["*?\\Brick\\Math\\BigInteger*", "Brick.Math.BigInteger(bigint) or nothing"],
    ["[?Components\\X](X.md)", "Components.X → X.md or nothing"],
    ["[?\\acme\\sdk\\X](X.md)", "acme.sdk.X → X.md or nothing"],
    ["*null*", "?"],
    ["*string\\|null*", "string or nothing"],
    ["*null\\|string*", "string or nothing"],
    ["array<*?int*>", "integer?[]"],
    ["array<string, [?Components\\X](X.md)>", "Record<Components.X → X.md?>"],
  ])("reads the null of %s", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    ["*string\\|int*", "string | integer"],
    ["*string*\\|*int*", "string | integer"],
    ["*string*|*?int*", "string | integer or nothing"],
    ["[Components\\A](A.md)\\|[Components\\B](B.md)", "Components.A → A.md | Components.B → B.md"],
    ["array<string\\|int>", "string | integer[]"],
    ["array<string, bool\\|array<int>>", "Record<boolean | integer[]>"],
  ])("reads the union %s", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    ["[Components\\A\\|Components\\B](../../M/X.md)", "X → ../../M/X.md as (Components.A | Components.B)"],
    ["[Operations\\X1\\|bool\\|null](../../M/X.md)", "X → ../../M/X.md as (Operations.X1 | boolean) or nothing"],
    ["[\\acme\\A\\|\\acme\\B\\|null](X.md)", "X → X.md as (acme.A | acme.B) or nothing"],
    ["array<[A\\|B](./Item.md)>", "Item → ./Item.md as (A | B)[]"],
    [
      "array<string, [bool\\|array](./Fields.md)>",
      "Record<Fields → ./Fields.md as (boolean | unknown[] | Record<unknown>)>",
    ],
    ["[string\\|\\Brick\\Math\\BigInteger](Id.md)", "Id → Id.md as (string | Brick.Math.BigInteger(bigint))"],
    ["[string](Only.mdx?a#b)", "Only → Only.mdx?a#b as (string)"],
    ["[?string](Only.md)", "Only → Only.md as (string) or nothing"],
  ])("reads %s as a link to the union's page", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it("tells where a name stands inside a link", () => {
    const result = php.parseCell("array<[?Components\\X](X.md)>", start);
    expect(result).toMatchObject({
      type: {
        items: {
          type: {
            target: { place: { start: { line: 3, column: 18, offset: 108 }, end: { column: 30, offset: 120 } } },
          },
        },
      },
    });
  });

  it("tells where a union stands that a link's text writes out", () => {
    const result = php.parseCell("array<[A\\|B](X.md)>", start);
    expect(result).toMatchObject({
      type: { items: { target: { place: { start: { column: 16, offset: 106 }, end: { column: 28, offset: 118 } } } } },
    });
  });
});

describe("a cell that is no PHP", () => {
  it.each([
    ["", "error at 0: expected a type"],
    ["*string", "error at 7: expected `*`"],
    ["*string* x", "error at 9: expected the end of the type"],
    ["*?*", "error at 3: expected a type"],
    ["?", "error at 1: expected a type"],
    ["string\\|", "error at 8: expected a type"],
    ["array<>", "error at 6: expected a type"],
    ["array<*string*", "error at 14: expected `>`"],
    ["array<int, *string*>", "error at 9: expected `>`"],
    ["array<string, >", "error at 14: expected a type"],
    ["[Components\\X]", "error at 14: expected `(` and a link's target"],
    ["[Components\\X](X.md", "error at 19: expected `)`"],
    ["[A\\|B]()", "error at 0: expected a link to a page"],
    ["Components\\\\X", "error at 11: expected the end of the type"],
    ["*Countable&Iterator*", "error at 10: expected `*`"],
    ["*Optional[str]*", "error at 9: expected `*`"],
    ["Record<string, *string*>", "error at 6: expected the end of the type"],
  ])("is told of at its character: %s", (text, expected) => {
    expect(cell(text)).toBe(expected);
  });

  it.each([
    ["array<", "error at 390: expected a type that nests at most 64 deep"],
    ["?", "error at 65: expected a type that nests at most 64 deep"],
    ["[", "error at 65: expected a type that nests at most 64 deep"],
    ["*", "error at 65: expected a type that nests at most 64 deep"],
    ["array<string, ", "error at 909: expected a type that nests at most 64 deep"],
  ])("is refused where it nests too deep: %s", (open, expected) => {
    expect(cell(open.repeat(1_000))).toBe(expected);
  });

  it.each(["a\\", "\\", "|", "a|", "[", "](", "array<a|", "?a", "*", "\\|", " "])(
    "is read in little time however often %s is repeated",
    (part) => {
      const text = part.repeat(Math.floor(20_000 / part.length));
      const before = performance.now();
      cell(text);
      expect(performance.now() - before).toBeLessThan(500);
    },
  );
});

describe("a PHP member", () => {
  it.each([
    ["Components\\X", "Components.X"],
    ["\\acme\\sdk\\X", "acme.sdk.X"],
    ["Components\\A|Components\\B", "Components.A | Components.B"],
    ["`Components\\X`", "Components.X"],
    ["string", "string"],
    ["array<string>", "string[]"],
    ["array<string, Components\\X>", "Record<Components.X>"],
    ["\\Brick\\Math\\BigInteger", "Brick.Math.BigInteger(bigint)"],
    ["array", "unknown[] | Record<unknown>"],
    ["", "error at 0: expected a type"],
  ])("reads the heading %s", (heading, expected) => {
    expect(member(heading)).toBe(expected);
  });

  it.each([
    ["/**\n* @var array<string, mixed>\n*/\narray $value = /* values here */", "Record<unknown>"],
    ["/**\r\n* @var array<string, bool|mixed>\r\n*/\r\narray $value", "Record<boolean | unknown>"],
    ["/** @var array<int>", "integer[]"],
    ["array $value = /* values here */", "unknown[] | Record<unknown>"],
  ])("takes what an array holds from the comment of its fence", (fence, expected) => {
    expect(member("array", fence)).toBe(expected);
  });

  it("keeps to the heading where that says all", () => {
    expect(member("Acme\\Card", "/**\n* @var \\Acme\\Other\n*/")).toBe("Acme.Card");
  });
});
