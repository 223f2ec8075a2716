/** What an issue is about; codes keep their meaning from version to version, messages may change. */
export type IssueCode = "type" | "missing" | "literal" | "union" | "unknown-key" | "format" | "depth" | "json";

/** One fault of a value, as plain data. */
export interface Issue {
  /** A sentence that holds no received value; `setMessages` gives it another language. */
  readonly message: string;
  /** Keys and indices from the checked value to the fault. */
  readonly path: readonly (string | number)[];
  readonly code: IssueCode;
  /** What the model admits there. */
  readonly expected: string;
  /** What kind of value was there, never the value: `null`, `array`, `nothing` where there was none. */
  readonly received: string;
  /** The page and line that say so, below the docs root: `components/foo.md:12`. */
  readonly docs: string;
}

/** Every issue that keeps a value from being one of a model. */
export interface Failure {
  readonly issues: readonly Issue[];
  readonly value?: undefined;
}

/** A value of the model, or every issue that keeps it from being one. */
export type Result<Model> = { readonly value: Model; readonly issues?: undefined } | Failure;

/** A path as TypeScript writes it: `items[0].name`. */
function pathText(path: Issue["path"]): string {
  const text = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return text.join("").replace(/^\./, "");
}

/** How many issues an error's message tells. */
const toldIssues = 3;

/** Thrown where a value is not of its model. */
export class ModelValidationError extends Error {
  override readonly name: string = "ModelValidationError";
  /** The model that the value is not of. */
  readonly model: string;
  /** Every issue of the value. */
  readonly issues: readonly Issue[];

  constructor(model: string, issues: readonly Issue[]) {
    const told = issues.slice(0, toldIssues).map(({ path, message }) => {
      return path.length === 0 ? message : `${pathText(path)}: ${message}`;
    });
    const rest = issues.length - told.length;
    super(`not a valid ${model}: ${told.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`);
    this.model = model;
    this.issues = issues;
  }
}
