import { csharp } from "./csharp.js";
import { go } from "./go.js";
import { java } from "./java.js";
import type { Notation } from "./notation.js";
import { php } from "./php.js";
import { python } from "./python.js";
import { ruby } from "./ruby.js";
import { typescript } from "./typescript.js";

/** The notations that come with modelmark; where nothing speaks, the first is taken. */
export const notations: readonly Notation[] = [typescript, go, csharp, java, php, python, ruby];
