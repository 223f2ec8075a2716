import { barePage } from "./bare-page.js";
import { duplicateModel } from "./duplicate-model.js";
import type { SchemaRule } from "./rule.js";

/** The checks over all models. */
export const schemaRules: readonly SchemaRule[] = [barePage, duplicateModel];
