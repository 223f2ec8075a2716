import type { Report } from "../diagnostics/report.js";
import type { Schema } from "../model/schema.js";

/** A check over all models: it reports and changes nothing. */
export type SchemaRule = (schema: Schema, report: Report) => void;
