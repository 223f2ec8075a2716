/** How much a diagnostic weighs: an error makes a run fail, a warning counts against `--max-warnings`. */
export type Severity = "error" | "warning" | "info";

/**
 * What a rule's findings on a page depend on: the page and which pages there are; what the models say that it leads to, too; or
 * what any page says.
 */
export type RuleScope = "page" | "models" | "all";

/** What a rule is about, in words for the one who reads its messages. */
export interface Rule {
  /** What its findings weigh where the configuration does not say; `off`: it reports where a configuration turns it on. */
  readonly severity: Severity | "off";
  readonly scope: RuleScope;
  /** Whether no comment of a page can silence it, since it guards those who build the page. */
  readonly guarded?: true;
  /** Whether it is found where pages are compared with a source alone, so that a comment for it is no less of use elsewhere. */
  readonly compared?: true;
  /** What the page does, in one line. */
  readonly summary: string;
  /** Why it matters and where it comes from. */
  readonly cause: string;
  /** What to change. */
  readonly mend: string;
}

/** The id of a rule, as it stands in a message. */
export type RuleId =
  | "invalid-encoding"
  | "over-limit"
  | "empty-page"
  | "missing-title"
  | "mixed-kinds"
  | "missing-section"
  | "missing-table"
  | "unknown-header"
  | "cell-count"
  | "unreadable-name"
  | "unknown-presence"
  | "unknown-type"
  | "missing-values"
  | "missing-members"
  | "unreadable-value"
  | "not-a-file"
  | "outside-root"
  | "link-outside-root"
  | "unreadable-file"
  | "unsafe-output"
  | "unresolved-link"
  | "ambiguous-link"
  | "misplaced-link"
  | "notation-mismatch"
  | "tag-named-member"
  | "bare-page"
  | "duplicate-field"
  | "duplicate-model"
  | "unread-page"
  | "unreadable-example"
  | "miscased-link"
  | "duplicate-member"
  | "empty-union"
  | "name-collision"
  | "property-collision"
  | "wire-name-collision"
  | "default-mismatch"
  | "stray-language"
  | "unreachable-page"
  | "silent-deprecation"
  | "example-mismatch"
  | "example-class"
  | "absent-key"
  | "example-cell-mismatch"
  | "optional-null"
  | "merged-union"
  | "unreadable-directive"
  | "unused-directive"
  | "stale-override"
  | "wrong-override"
  | "drift"
  | "unread-source"
  | "unsaid-fact"
  | "unmatched-source";

/** Every rule, by id. */
export const rules: { readonly [Id in RuleId]: Rule } = {
  "invalid-encoding": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "The page is not UTF-8",
    cause: "Bytes that are not UTF-8 would be replaced silently, and names or descriptions would change.",
    mend: "Save the page as UTF-8.",
  },
  "over-limit": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "A page is larger than it may be",
    cause:
      "What a run reads is bounded, so that no page keeps it busy: limits are far above what real pages have. What is over one is not read; a type becomes `unknown`.",
    mend: "Shorten it, or set the limit that the message names in the configuration, under `limits`.",
  },
  "empty-page": {
    severity: "error",
    scope: "page",
    summary: "The page has no content",
    cause: "A page without a title names no model, so nothing can refer to it.",
    mend: "Write the model's title and table, or remove the page.",
  },
  "missing-title": {
    severity: "error",
    scope: "page",
    summary: "The page has no title",
    cause: "A model is named by the first `#` heading of its page, or by `title` in the front matter.",
    mend: "Start the page with `# ModelName`.",
  },
  "mixed-kinds": {
    severity: "error",
    scope: "page",
    summary: "The page has sections of two kinds of model",
    cause: "`## Fields`, `## Values` and `## Supported Types` say object, enum and union: a page is one of them.",
    mend: "Split the page, or remove the section that does not belong.",
  },
  "missing-section": {
    severity: "error",
    scope: "page",
    summary: "A table of fields stands under no section that the dialect knows",
    cause:
      "A field table stands under `## Fields`, spelled exactly so; elsewhere it would be a table of the description.",
    mend: "Write `## Fields` above the table.",
  },
  "missing-table": {
    severity: "error",
    scope: "page",
    summary: "A section has no table under it",
    cause: "`## Fields` is followed by a table with a header, a row of dashes and a row for each field.",
    mend: "Add the table, or mend its row of dashes.",
  },
  "unknown-header": {
    severity: "error",
    scope: "page",
    summary: "A table's header is not one that the dialect knows",
    cause: "The columns tell what a cell means; a column with another name cannot be read.",
    mend: "Use `Field | Type | Required | Description` and, where there are examples, `Example`.",
  },
  "cell-count": {
    severity: "error",
    scope: "page",
    summary: "A row has more or fewer cells than its header",
    cause: "Mostly a `|` inside a cell that is not escaped, so that the columns after it have moved.",
    mend: "Write `\\|` for a `|` inside a cell.",
  },
  "unreadable-name": {
    severity: "error",
    scope: "page",
    summary: "A field's name cannot be read",
    cause: "A name stands in backticks, struck through where the field is deprecated.",
    mend: "Write the name as `` `name` `` or `` ~~`name`~~ ``.",
  },
  "unknown-presence": {
    severity: "error",
    scope: "page",
    summary: "A `Required` cell says neither yes nor no",
    cause: "Only `:heavy_check_mark:` and `:heavy_minus_sign:` are known; the field is taken as optional.",
    mend: "Write one of the two marks.",
  },
  "unknown-type": {
    severity: "error",
    scope: "page",
    summary: "A type cannot be read",
    cause: "The cell is not a type in the notation of its page; the type becomes `unknown`.",
    mend: "Mend the cell, or pin the page's notation in the configuration.",
  },
  "missing-values": {
    severity: "error",
    scope: "page",
    summary: "An enum page lists no value",
    cause: "`## Values` is followed by a table, a list or a fence with at least one value.",
    mend: "List the values, or remove the section.",
  },
  "missing-members": {
    severity: "error",
    scope: "page",
    summary: "A union page lists no member",
    cause: "`## Supported Types` is followed by a `###` heading for each member.",
    mend: "List the members, or remove the section.",
  },
  "unreadable-value": {
    severity: "error",
    scope: "page",
    summary: "A value of an enum cannot be read",
    cause: "The fence of an enum page holds literals with `|` between them.",
    mend: "Write each value as a literal of the fence's language.",
  },
  "not-a-file": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "What is named like a page is no regular file",
    cause: "Only regular files are read: a folder, a socket or a device named like a page is not.",
    mend: "Rename it, or move it out of the docs folder.",
  },
  "outside-root": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "A symbolic link leads out of the docs folder",
    cause: "Pages are read from the docs folder alone, so that a pull request cannot make a build read other files.",
    mend: "Replace the link by the file.",
  },
  "link-outside-root": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "A link leads out of the docs folder",
    cause: "The link climbs above the docs folder and does not come back; the type becomes `unknown`.",
    mend: "Link to the page of the model.",
  },
  "unreadable-file": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "A page could not be read from the disk",
    cause: "The system refused to read the file.",
    mend: "See the system's message for the reason.",
  },
  "unsafe-output": {
    severity: "error",
    scope: "page",
    guarded: true,
    summary: "The output for a page is not what its model predicts",
    cause: "What was printed is parsed again and compared with the model; the file is left out where they differ.",
    mend: "This is a bug of modelmark: please report it with the page.",
  },
  "unresolved-link": {
    severity: "warning",
    scope: "page",
    summary: "A type refers to a model that has no page",
    cause: "Mostly a page that is stale, or whose target was renamed; the type becomes `unknown`.",
    mend: "Regenerate or remove the page, or name the type in `externals`.",
  },
  "ambiguous-link": {
    severity: "warning",
    scope: "page",
    summary: "A type could refer to several pages",
    cause: "The link dangles and more than one page ends with its path, or has its name.",
    mend: "Link to the page by its full path.",
  },
  "misplaced-link": {
    severity: "warning",
    scope: "page",
    summary: "The link's path is wrong, but one page alone can be meant",
    cause:
      "Some generators spell folders in another case than the files have, or link to a folder that they did not write.",
    mend: "Correct the path of the link; the message names the page that was taken.",
  },
  "tag-named-member": {
    severity: "warning",
    scope: "all",
    summary: "A member of a union is called by the value of its tag, not by its model",
    cause:
      "C#'s pages list the members of tagged unions so; every model with that value alone in a field is taken for one.",
    mend: "Write the model's name in the heading, or leave it: the type admits what the union may hold.",
  },
  "notation-mismatch": {
    severity: "error",
    scope: "page",
    summary: "The page is written in another language than the configuration says",
    cause: "Read in a language that it is not written in, a page gives wrong types or none.",
    mend: "Correct the glob in `notations`, or leave the page out of it: its language is recognised.",
  },
  "bare-page": {
    severity: "warning",
    scope: "all",
    summary: "A page names a model, and no page says its shape",
    cause: "Generators leave the page of a union bare where their language has no word for it; the type is `unknown`.",
    mend: "Name the type in `externals`, or add the section.",
  },
  "duplicate-field": {
    severity: "warning",
    scope: "page",
    summary: "A table has two rows for one field",
    cause: "The first row counts, the other is left out.",
    mend: "Remove one of the rows, or rename one with `names.overrides`.",
  },
  "duplicate-model": {
    severity: "warning",
    scope: "all",
    summary: "Two pages of one folder have the same title",
    cause: "Each module exports the name, but the folder's index can export it for one page only.",
    mend: "Rename one of the models.",
  },
  "unread-page": {
    severity: "info",
    scope: "page",
    summary: "A page that documents no model",
    cause: "Pages on options, retries, helper types and operations stand beside the models; they are left out.",
    mend: "Nothing to mend.",
  },
  "unreadable-example": {
    severity: "info",
    scope: "page",
    summary: "A page's example is no value that can be read",
    cause: "Text that is no TypeScript, or code: the example proves nothing of its table, and is not held against it.",
    mend: "Write a literal: objects, lists, texts, numbers, `new Date(…)`.",
  },
  "miscased-link": {
    severity: "warning",
    scope: "page",
    summary: "The link's path is right but for the case of its letters",
    cause: "It works where the file system does not tell cases apart, and leads nowhere on GitHub and on Linux.",
    mend: "Write the path as the file is called; the message names the page that was taken.",
  },
  "duplicate-member": {
    severity: "info",
    scope: "page",
    summary: "A union lists one type twice",
    cause: "Generators list a model once for each value of its tag. The type admits it once.",
    mend: "Remove one of the two, or correct the one that should be another type.",
  },
  "empty-union": {
    severity: "warning",
    scope: "all",
    summary: "A union has no member but itself",
    cause:
      "Its members lead back to it, alone or through other unions, so that no value is of the type: it becomes `never`.",
    mend: "List a type that leads out of the circle.",
  },
  "name-collision": {
    severity: "warning",
    scope: "all",
    summary: "Two pages come to one name in TypeScript",
    cause:
      "Titles lose what no identifier has, and some file systems do not tell cases apart: the folder's index exports one of the types alone, or a file is called by another name than its page.",
    mend: "Rename one of the pages.",
  },
  "property-collision": {
    severity: "warning",
    scope: "page",
    summary: "Two fields come to one property's name",
    cause:
      "`names.properties` or an override gives both the same name; the later field keeps the name that is documented.",
    mend: "Give one of them another name by `names.overrides`.",
  },
  "wire-name-collision": {
    severity: "warning",
    scope: "page",
    summary: "Two fields come to one key in JSON",
    cause:
      "Overrides say the same wire name of both, or one that is the name of a field of which nothing says another. What is said of them does not count: their keys are called as their properties.",
    mend: "Correct the wire name in the overrides, or say that of the other field too.",
  },
  "default-mismatch": {
    severity: "warning",
    scope: "models",
    summary: "A default does not fit the type of its field",
    cause: "The default or the type is wrong. Such a default is neither documented nor filled in.",
    mend: "Correct the default in the overrides, as JSON that `parseFoo` would read there, or the type.",
  },
  "stray-language": {
    severity: "warning",
    scope: "all",
    summary: "A page is written in another language than the pages beside it",
    cause: "Mostly a page that was left by another SDK's generator. It is read in its own language all the same.",
    mend: "Remove or regenerate the page, or pin its language in `notations`, which says that it is meant.",
  },
  "unreachable-page": {
    severity: "off",
    scope: "all",
    summary: "Nothing leads to a page",
    cause:
      "No other model refers to it, but for those that it leads to itself. Models of operations, errors and webhooks are where one starts, and are left out. Methods, whose pages are elsewhere, may still use it: so the rule is off by default.",
    mend: "Remove the page where no method uses the model.",
  },
  "silent-deprecation": {
    severity: "info",
    scope: "page",
    summary: "What is deprecated does not say what to use instead",
    cause: "`@deprecated` without a reason leaves those who use it with a struck-through name and no way on.",
    mend: "Say in the API's description what to use instead.",
  },
  "example-mismatch": {
    severity: "warning",
    scope: "models",
    summary: "A page's example is not of the type that its table says",
    cause:
      "The example or a table is wrong; what does not fit is in the place of the message, the cell that it breaks beside it.",
    mend: "Correct the one that is wrong: often a default or a null that the table does not tell of.",
  },
  "example-class": {
    severity: "info",
    scope: "models",
    summary: "An example makes an object of a class that the SDK alone has",
    cause:
      "What the SDK takes for a class, such as `RFCDate`, is text here: the page's example does not compile with these types, so the doc comment shows the text.",
    mend: "Nothing to mend, or name the class in `externals`.",
  },
  "absent-key": {
    severity: "warning",
    scope: "models",
    summary: "An example leaves out a field that the table calls required",
    cause:
      "Mostly a default that the SDK fills in: generators mark the row as required and know that the key may be left out. The example is believed, and the property is optional.",
    mend: "Mark the row as optional or complete the example. An override of `required` decides, and `evidence: { absentKeys: false }` believes tables.",
  },
  "example-cell-mismatch": {
    severity: "warning",
    scope: "models",
    summary: "An example cell does not fit the type of its row",
    cause: "The example is copied into the doc comment, where it misleads; or the type is wrong.",
    mend: "Correct the example, or the type.",
  },
  "optional-null": {
    severity: "info",
    scope: "all",
    summary: "Examples show null for some optional fields",
    cause:
      "Told once, at the first one, where 50 optional fields are shown or more. What is seen is in the types already; the share says whether most of the others admit null too. Measured on 21 SDKs: from 2% on it was 70% of them, below at most 40%, and no null at all says nothing.",
    mend: 'Set `nulls: "optional"` where the message advises it, else leave it.',
  },
  "merged-union": {
    severity: "info",
    scope: "models",
    summary: "A page looks like several models in one",
    cause:
      "A required field tells kinds apart, and optional fields are called as these kinds: the type admits each with any kind, where a union would not.",
    mend: "Nothing to mend on the page; in the API's description, `oneOf` with a discriminator says it.",
  },
  "unreadable-directive": {
    severity: "warning",
    scope: "page",
    guarded: true,
    summary: "A comment to modelmark cannot be obeyed",
    cause:
      "It names no directive, a rule that there is not, or one that no page may silence since it guards the build.",
    mend: "Write `<!-- modelmark-disable rule -->`, `<!-- modelmark-enable -->` or `<!-- modelmark-disable-next-line rule -->`.",
  },
  "unused-directive": {
    severity: "warning",
    scope: "page",
    guarded: true,
    summary: "A comment silences nothing",
    cause: "What it was written for is gone, and it would hide what comes later.",
    mend: "Remove the comment, or the rule from it.",
  },
  "stale-override": {
    severity: "warning",
    scope: "all",
    summary: "An override no longer applies",
    cause:
      "The page or the field that it is about is gone, the page holds another kind of model, or it says by now what the override says.",
    mend: "Remove the override, or say in `at` what it is about.",
  },
  "wrong-override": {
    severity: "error",
    scope: "all",
    summary: "An override cannot be read",
    cause:
      "A type in an override is spelled as in a cell of a TypeScript page, `Array<*components.Foo*> | null`, and its names are those of models. What cannot be read is left out; a name that leads nowhere becomes `unknown`.",
    mend: "Mend the text of the override.",
  },
  drift: {
    severity: "error",
    scope: "page",
    compared: true,
    summary: "The page and a source disagree",
    cause:
      "`check --against` compared the pages, and what overrides say of them, with the SDK's own types or with an OpenAPI document. One of the two is wrong or of another release.",
    mend: "Mend the page, or run `modelmark learn` with the same source and review what it writes.",
  },
  "unread-source": {
    severity: "error",
    scope: "page",
    compared: true,
    summary: "A file of a source cannot be read",
    cause:
      "`check --against` compares pages with what it can read: what stands in this file was compared with none, so nothing that is told, or is not, speaks of it.",
    mend: "Mend the file, or name another source.",
  },
  "unsaid-fact": {
    severity: "warning",
    scope: "page",
    compared: true,
    summary: "The page does not say what a source says",
    cause:
      "`check --against` compared the pages with the SDK's own types or with an OpenAPI document. Pages of many languages have no word for null, for defaults and for names in JSON.",
    mend: "Run `modelmark learn` with the same source and review what it writes.",
  },
  "unmatched-source": {
    severity: "info",
    scope: "page",
    compared: true,
    summary: "A page or a source has something alone",
    cause:
      "`check --against` found a model or a field on one side alone, or a type of the source that no cell of a page can say. Overrides add neither fields nor pages.",
    mend: "Generate the pages and the SDK from one release of the API.",
  },
};

/** Whether a value is the id of a rule. */
export function isRuleId(value: unknown): value is RuleId {
  return typeof value === "string" && Object.hasOwn(rules, value);
}
