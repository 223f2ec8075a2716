import type { PhysicalLocation, Region, Location as SarifLocation, Result as SarifResult } from "sarif";
import { hashOf } from "../manifest.js";
import { isWithin } from "../pages.js";
import type { Location, Result } from "./results.js";
import { rootId, uriFrom } from "./sarif-uris.js";

/** Results as SARIF says them; `ids`: the rules in the order of the log. */
export function sarifResults(results: readonly Result[], ids: readonly string[], root: string): SarifResult[] {
  const indexes = new Map(ids.map((id, at) => [id, at]));
  const fingerprint = fingerprinter(root);
  return results.map((result): SarifResult => {
    const { rule, level, location, related } = result;
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      level,
      message: { text: literalText(textOf(result)) },
      locations: [{ physicalLocation: physicalLocationOf(location, root) }],
      ...(related.length > 0 && { relatedLocations: related.map((each, at) => relatedOf(each, at, root)) }),
      partialFingerprints: { "modelmarkFinding/v1": fingerprint(result) },
    };
  });
}

function textOf({ reason, mend, expected }: Result): string {
  const isSaid = expected.every((each) => reason.includes(each));
  const sentences = [reason, ...(isSaid ? [] : [`Expected: ${expected.join(", ")}`])].map((each) => `${each}.`);
  return [...sentences, ...(mend === undefined ? [] : [mend])].join(" ");
}

/** In a message `[text](target)` is a link, which pages may hold and must not make. */
function literalText(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, "\\[");
}

function relatedOf({ location, reason }: Result["related"][number], at: number, root: string): SarifLocation {
  return {
    id: at + 1,
    message: { text: literalText(`${reason}.`) },
    physicalLocation: physicalLocationOf(location, root),
  };
}

function physicalLocationOf(location: Location, root: string): PhysicalLocation {
  const uri = uriFrom(root, location.file);
  return {
    artifactLocation: isWithin(root, location.file) ? { uri, uriBaseId: rootId } : { uri },
    region: regionOf(location),
  };
}

/** Code scanning wants a line, though a file may be wrong as a whole. */
function regionOf({ start, end }: Location): Region {
  if (!start) return { startLine: 1 };
  return {
    startLine: start.line,
    startColumn: start.column,
    ...(end && { endLine: end.line, endColumn: end.column }),
  };
}

/** A fingerprint says rule, file and what was found there: none of it moves with lines; what is alike is counted through. */
function fingerprinter(root: string): (result: Result) => string {
  const counts = new Map<string, number>();
  return ({ rule, actual, reason, location }) => {
    const key = JSON.stringify([rule, uriFrom(root, location.file), actual ?? reason]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return hashOf(`${key} ${count}`).slice(0, 32);
  };
}
