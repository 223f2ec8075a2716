import { type Report, type Severities, severityOf } from "../diagnostics/report.js";
import { rules } from "../diagnostics/rules.js";
import { notingLookup } from "../model/consulted.js";
import type { Model, ModelId } from "../model/model.js";
import type { ModelLookup, Schema } from "../model/schema.js";
import { absentKey } from "./absent-key.js";
import { barePage } from "./bare-page.js";
import { defaultMismatch } from "./default-mismatch.js";
import { duplicateModel } from "./duplicate-model.js";
import { exampleCellMismatch } from "./example-cell-mismatch.js";
import { exampleMismatch } from "./example-mismatch.js";
import { mergedUnion } from "./merged-union.js";
import { nameCollision } from "./name-collision.js";
import { optionalNull } from "./optional-null.js";
import type { ModelRule, SchemaRule } from "./rule.js";
import { silentDeprecation } from "./silent-deprecation.js";
import { unreachablePage } from "./unreachable-page.js";
import { wireNameCollision } from "./wire-name-collision.js";

/** The checks over all models. */
const schemaRules: readonly SchemaRule[] = [barePage, duplicateModel, nameCollision, optionalNull, unreachablePage];

/** The checks of each model. */
const modelRules: readonly ModelRule[] = [
  absentKey,
  defaultMismatch,
  exampleCellMismatch,
  exampleMismatch,
  mergedUnion,
  silentDeprecation,
  wireNameCollision,
];

/** Whether some finding of a check would become a message. */
function isOn({ reports }: SchemaRule | ModelRule, severities: Severities): boolean {
  return reports.some((id) => severityOf(id, severities) !== "off");
}

/** Checks all models; gives for each the models that were looked at for it. */
export function checkSchema(
  schema: Schema,
  severities: Severities,
  report: Report,
): ReadonlyMap<ModelId, ReadonlySet<ModelId>> {
  for (const rule of schemaRules) if (isOn(rule, severities)) rule.check(schema, report);
  return new Map(
    [...schema.models].map(([id, model]) => [id, checkModel(model, schema.models, severities, report)] as const),
  );
}

/** Checks one model; gives the models that were looked at for it. */
export function checkModel(
  model: Model<ModelId>,
  models: ModelLookup,
  severities: Severities,
  report: Report,
): ReadonlySet<ModelId> {
  const lookup = notingLookup(models);
  for (const rule of modelRules) if (isOn(rule, severities)) rule.check(model, lookup, report);
  return lookup.consulted;
}

/** Checks a model anew whose page is as it was, of which those findings are due that other models can change. */
export function recheckModel(
  model: Model<ModelId>,
  models: ModelLookup,
  severities: Severities,
  report: Report,
): ReadonlySet<ModelId> {
  return checkModel(model, models, severities, (finding) => {
    if (rules[finding.rule].scope === "models") report(finding);
  });
}
