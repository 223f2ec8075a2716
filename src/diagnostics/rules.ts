/** How much a diagnostic weighs: an error makes a run fail, a warning counts against `--max-warnings`. */
export type Severity = "error" | "warning" | "info";

/** What a rule is about, in words for the one who reads its messages. */
export interface Rule {
  readonly severity: Severity;
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
  | "unread-page";

/** Every rule, by id. */
export const rules: { readonly [Id in RuleId]: Rule } = {
  "invalid-encoding": {
    severity: "error",
    summary: "The page is not UTF-8",
    cause: "Bytes that are not UTF-8 would be replaced silently, and names or descriptions would change.",
    mend: "Save the page as UTF-8.",
  },
  "over-limit": {
    severity: "error",
    summary: "A page is larger than it may be",
    cause:
      "What a run reads is bounded, so that no page keeps it busy: limits are far above what real pages have. What is over one is not read; a type becomes `unknown`.",
    mend: "Shorten it, or set the limit that the message names in the configuration, under `limits`.",
  },
  "empty-page": {
    severity: "error",
    summary: "The page has no content",
    cause: "A page without a title names no model, so nothing can refer to it.",
    mend: "Write the model's title and table, or remove the page.",
  },
  "missing-title": {
    severity: "error",
    summary: "The page has no title",
    cause: "A model is named by the first `#` heading of its page, or by `title` in the front matter.",
    mend: "Start the page with `# ModelName`.",
  },
  "mixed-kinds": {
    severity: "error",
    summary: "The page has sections of two kinds of model",
    cause: "`## Fields`, `## Values` and `## Supported Types` say object, enum and union: a page is one of them.",
    mend: "Split the page, or remove the section that does not belong.",
  },
  "missing-section": {
    severity: "error",
    summary: "A table of fields stands under no section that the dialect knows",
    cause:
      "A field table stands under `## Fields`, spelled exactly so; elsewhere it would be a table of the description.",
    mend: "Write `## Fields` above the table.",
  },
  "missing-table": {
    severity: "error",
    summary: "A section has no table under it",
    cause: "`## Fields` is followed by a table with a header, a row of dashes and a row for each field.",
    mend: "Add the table, or mend its row of dashes.",
  },
  "unknown-header": {
    severity: "error",
    summary: "A table's header is not one that the dialect knows",
    cause: "The columns tell what a cell means; a column with another name cannot be read.",
    mend: "Use `Field | Type | Required | Description` and, where there are examples, `Example`.",
  },
  "cell-count": {
    severity: "error",
    summary: "A row has more or fewer cells than its header",
    cause: "Mostly a `|` inside a cell that is not escaped, so that the columns after it have moved.",
    mend: "Write `\\|` for a `|` inside a cell.",
  },
  "unreadable-name": {
    severity: "error",
    summary: "A field's name cannot be read",
    cause: "A name stands in backticks, struck through where the field is deprecated.",
    mend: "Write the name as `` `name` `` or `` ~~`name`~~ ``.",
  },
  "unknown-presence": {
    severity: "error",
    summary: "A `Required` cell says neither yes nor no",
    cause: "Only `:heavy_check_mark:` and `:heavy_minus_sign:` are known; the field is taken as optional.",
    mend: "Write one of the two marks.",
  },
  "unknown-type": {
    severity: "error",
    summary: "A type cannot be read",
    cause: "The cell is not a type in the notation of its page; the type becomes `unknown`.",
    mend: "Mend the cell, or pin the page's notation in the configuration.",
  },
  "missing-values": {
    severity: "error",
    summary: "An enum page lists no value",
    cause: "`## Values` is followed by a table, a list or a fence with at least one value.",
    mend: "List the values, or remove the section.",
  },
  "missing-members": {
    severity: "error",
    summary: "A union page lists no member",
    cause: "`## Supported Types` is followed by a `###` heading for each member.",
    mend: "List the members, or remove the section.",
  },
  "unreadable-value": {
    severity: "error",
    summary: "A value of an enum cannot be read",
    cause: "The fence of an enum page holds literals with `|` between them.",
    mend: "Write each value as a literal of the fence's language.",
  },
  "not-a-file": {
    severity: "error",
    summary: "What is named like a page is no regular file",
    cause: "Only regular files are read: a folder, a socket or a device named like a page is not.",
    mend: "Rename it, or move it out of the docs folder.",
  },
  "outside-root": {
    severity: "error",
    summary: "A symbolic link leads out of the docs folder",
    cause: "Pages are read from the docs folder alone, so that a pull request cannot make a build read other files.",
    mend: "Replace the link by the file.",
  },
  "link-outside-root": {
    severity: "error",
    summary: "A link leads out of the docs folder",
    cause: "The link climbs above the docs folder and does not come back; the type becomes `unknown`.",
    mend: "Link to the page of the model.",
  },
  "unreadable-file": {
    severity: "error",
    summary: "A page could not be read from the disk",
    cause: "The system refused to read the file.",
    mend: "See the system's message for the reason.",
  },
  "unsafe-output": {
    severity: "error",
    summary: "The output for a page is not what its model predicts",
    cause: "What was printed is parsed again and compared with the model; the file is left out where they differ.",
    mend: "This is a bug of modelmark: please report it with the page.",
  },
  "unresolved-link": {
    severity: "warning",
    summary: "A type refers to a model that has no page",
    cause: "Mostly a page that is stale, or whose target was renamed; the type becomes `unknown`.",
    mend: "Regenerate or remove the page, or name the type in `externals`.",
  },
  "ambiguous-link": {
    severity: "warning",
    summary: "A type could refer to several pages",
    cause: "The link dangles and more than one page ends with its path, or has its name.",
    mend: "Link to the page by its full path.",
  },
  "misplaced-link": {
    severity: "warning",
    summary: "The link's path is wrong, but one page alone can be meant",
    cause:
      "Some generators spell folders in another case than the files have, or link to a folder that they did not write.",
    mend: "Correct the path of the link; the message names the page that was taken.",
  },
  "tag-named-member": {
    severity: "warning",
    summary: "A member of a union is called by the value of its tag, not by its model",
    cause:
      "C#'s pages list the members of tagged unions so; every model with that value alone in a field is taken for one.",
    mend: "Write the model's name in the heading, or leave it: the type admits what the union may hold.",
  },
  "notation-mismatch": {
    severity: "error",
    summary: "The page is written in another language than the configuration says",
    cause: "Read in a language that it is not written in, a page gives wrong types or none.",
    mend: "Correct the glob in `notations`, or leave the page out of it: its language is recognised.",
  },
  "bare-page": {
    severity: "warning",
    summary: "A page names a model, and no page says its shape",
    cause: "Generators leave the page of a union bare where their language has no word for it; the type is `unknown`.",
    mend: "Name the type in `externals`, or add the section.",
  },
  "duplicate-field": {
    severity: "warning",
    summary: "A table has two rows for one field",
    cause: "The first row counts, the other is left out.",
    mend: "Remove one of the rows, or rename one with `names.overrides`.",
  },
  "duplicate-model": {
    severity: "warning",
    summary: "Two pages of one folder have the same title",
    cause: "Each module exports the name, but the folder's index can export it for one page only.",
    mend: "Rename one of the models.",
  },
  "unread-page": {
    severity: "info",
    summary: "A page that documents no model",
    cause: "Pages on options, retries, helper types and operations stand beside the models; they are left out.",
    mend: "Nothing to mend.",
  },
};
