import type { Report } from "../diagnostics/report.js";
import type { RuleId } from "../diagnostics/rules.js";
import type { Model, ModelId } from "../model/model.js";
import type { ModelLookup, Schema } from "../model/schema.js";

/** A check over all models: it reports and changes nothing. */
export interface SchemaRule {
  readonly reports: readonly RuleId[];
  readonly check: (schema: Schema, report: Report) => void;
}

/** A check of one model, and of those that it looks up: it reports on the model's own page and changes nothing. */
export interface ModelRule {
  readonly reports: readonly RuleId[];
  readonly check: (model: Model<ModelId>, models: ModelLookup, report: Report) => void;
}
