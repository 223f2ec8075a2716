import type { ModelId } from "../model/model.js";
import { modelReferences } from "../model/model-references.js";
import { folderOf } from "../model/path.js";
import { findCircles } from "../model/recursion.js";
import type { Schema } from "../model/schema.js";
import type { SchemaRule } from "./rule.js";

/** Folders whose models methods use, which have their pages elsewhere. */
const rootFolders: ReadonlySet<string> = new Set(["operations", "errors", "sdkerrors", "webhooks", "callbacks"]);

/** What the names of such models end in, where all stand in one folder. */
const rootName = /(?:Request|Response|RequestBody|ResponseBody|Error|Security|Globals)$/;

/** Reports models that no other model refers to, but for those that they lead to themselves. */
export const unreachablePage: SchemaRule = {
  reports: ["unreachable-page"],
  check: (schema, report) => {
    const reached = reachedFromOutside(schema);
    for (const { id, page, name, place } of schema.models.values()) {
      const folder = folderOf(page).split("/").at(-2)?.toLowerCase() ?? "";
      if (reached.has(id) || rootFolders.has(folder) || rootName.test(name)) continue;
      report({
        rule: "unreachable-page",
        page,
        place,
        reason: `Unexpected model \`${name}\` that nothing leads to, expected another model that refers to it`,
      });
    }
  },
};

/** The models that others refer to which they do not lead back to. */
function reachedFromOutside({ models }: Schema): ReadonlySet<ModelId> {
  const edges = new Map([...models].map(([id, model]) => [id, modelReferences(model)]));
  const circles = new Map(findCircles(edges).flatMap((ids, at) => ids.map((id) => [id, at] as const)));
  const reached = new Set<ModelId>();
  for (const [from, targets] of edges) {
    for (const to of targets) {
      const isWithin = from === to || (circles.has(from) && circles.get(from) === circles.get(to));
      if (!isWithin) reached.add(to);
    }
  }
  // Of a circle that is reached anywhere, all is.
  const open = new Set([...reached].flatMap((id) => circles.get(id) ?? []));
  for (const [id, circle] of circles) if (open.has(circle)) reached.add(id);
  return reached;
}
