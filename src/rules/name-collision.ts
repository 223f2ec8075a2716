import type { Report } from "../diagnostics/report.js";
import type { Model, ModelId } from "../model/model.js";
import { folderOf } from "../model/path.js";
import type { SchemaRule } from "./rule.js";

/** Reports pages of one folder whose titles become one type's name, and pages whose paths some file systems take for one. */
export const nameCollision: SchemaRule = {
  reports: ["name-collision"],
  check: ({ models, names }, report) => {
    const byType = new Map<string, Model<ModelId>>();
    const byPath = new Map<string, Model<ModelId>>();
    for (const model of models.values()) {
      const type = names.get(model.id)?.type ?? model.name;
      const named = firstOf(byType, `${folderOf(model.page)}#${type}`, model);
      if (named && named.name !== model.name)
        tell(model, named, `title \`${model.name}\``, `type is \`${type}\` too`, report);
      const placed = firstOf(byPath, foldPath(model.page), model);
      if (placed && !isSameTitle(placed, model)) {
        tell(model, placed, `path \`${model.page}\``, "path differs in case or ending alone", report);
      }
    }
  },
};

/** Whether `duplicate-model` tells of two models. */
function isSameTitle(one: Model<ModelId>, other: Model<ModelId>): boolean {
  return one.name === other.name && folderOf(one.page) === folderOf(other.page);
}

/** The model that came first with a key; nothing for that one itself. */
function firstOf(seen: Map<string, Model<ModelId>>, key: string, model: Model<ModelId>): Model<ModelId> | undefined {
  const first = seen.get(key);
  if (!first) seen.set(key, model);
  return first;
}

/** A path as a file system has it that tells neither cases nor Unicode's forms apart; some letters have several lower forms. */
function foldPath(page: string): string {
  return page
    .replace(/\.mdx?$/, "")
    .normalize("NFC")
    .toUpperCase()
    .toLowerCase();
}

function tell(model: Model<ModelId>, other: Model<ModelId>, what: string, why: string, report: Report): void {
  report({
    rule: "name-collision",
    page: model.page,
    place: model.place,
    reason: `Unexpected ${what}, expected one that no other page has: of \`${other.page}\` the ${why}`,
    actual: model.name,
    related: [{ page: other.page, place: other.place, reason: "the other page" }],
  });
}
