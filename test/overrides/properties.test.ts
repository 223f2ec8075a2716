import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compile, type SourcePage } from "../../src/compile.js";
import { limitsOf } from "../../src/diagnostics/limits.js";
import type { Finding } from "../../src/diagnostics/report.js";
import { readPages } from "../../src/dialects/read-pages.js";
import { defaultEvidence, type Evidence } from "../../src/evidence/evidence.js";
import { parsePage } from "../../src/markdown/parse-page.js";
import type { Link } from "../../src/model/link.js";
import type { Model } from "../../src/model/model.js";
import { applyOverrides } from "../../src/overrides/apply-overrides.js";
import type { WrittenOverride } from "../../src/overrides/override.js";
import { compileSamples } from "../hostile/fuzz/compile-samples.js";
import { pageModels } from "../properties/page-models.js";
import { printPage } from "../properties/print-page.js";
import { overridableOn } from "../recompile/page-sets.js";
import { overrideSeed, overridesOf } from "./random-overrides.js";

const bare: SourcePage = { path: "components/bare.md", value: "# Bare\n" };

interface Case {
  readonly pages: readonly SourcePage[];
  readonly overrides: readonly WrittenOverride[];
}

/** Pages of random models, one that says nothing, and overrides of them. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(pageModels, fc.array(overrideSeed, { minLength: 1, maxLength: 12 }))
  .map(([models, seeds]) => {
    const pages = [...models.map(printPage), bare];
    const texts = new Map(pages.map(({ path, value }) => [path, typeof value === "string" ? value : ""]));
    return { pages, overrides: overridesOf(seeds, overridableOn(texts)) };
  });

function modelsOn(pages: readonly SourcePage[]): readonly Model<Link>[] {
  const parsed = pages.map(({ path, value }) => parsePage(path, typeof value === "string" ? value : ""));
  return readPages(parsed, {}, limitsOf({}), () => {}).models;
}

interface Applied {
  readonly models: readonly Model<Link>[];
  readonly findings: readonly Finding[];
}

function applied(
  models: readonly Model<Link>[],
  overrides: readonly WrittenOverride[],
  believed: Evidence = defaultEvidence,
): Applied {
  const findings: Finding[] = [];
  return {
    models: applyOverrides(models, overrides, {
      limits: limitsOf({}),
      believed,
      report: (finding) => findings.push(finding),
      settle: () => {},
    }),
    findings,
  };
}

describe("random overrides of random models", () => {
  it("leave outputs that are what their models predict and compile in a strict program", () => {
    const samples = fc.sample(cases, { numRuns: 40, seed: 20261130 }).map(({ pages, overrides }) => {
      const { files, messages } = compile(pages, { overrides });
      expect(messages.map(({ ruleId }) => ruleId)).not.toContain("unsafe-output");
      return { tried: { pages, options: { overrides } }, files };
    });
    expect(compileSamples(samples)).toEqual([]);
  }, 300_000);

  it("change nothing where they are applied again, or in another order", () => {
    fc.assert(
      fc.property(cases, ({ pages, overrides }) => {
        const once = applied(modelsOn(pages), overrides).models;
        expect(applied(once, overrides).models).toEqual(once);
        expect(applied(modelsOn(pages), overrides.toReversed()).models).toEqual(once);
      }),
      { numRuns: 100 },
    );
  });

  it("are each told of, or change something", () => {
    fc.assert(
      fc.property(cases, ({ pages, overrides }) => {
        const models = modelsOn(pages);
        for (const override of overrides) {
          const { models: changed, findings } = applied(models, [override]);
          const isChanged = changed.some((model, at) => model !== models[at]);
          expect(isChanged).toBe(findings.length === 0);
          if (!isChanged) expect(changed).toEqual(models);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are told of where the pages say the same already", () => {
    fc.assert(
      fc.property(pageModels, (random) => {
        const models = modelsOn(random.map(printPage));
        const overrides = models.flatMap((model): readonly WrittenOverride[] => {
          if (model.kind === "enum") return [{ at: model.page, fact: "open", value: model.open }];
          if (model.kind !== "object") return [];
          const names = new Set(model.fields.map(({ name }) => name));
          return [...names].map((name) => {
            const first = model.fields.find((field) => field.name === name);
            return { at: `${model.page}#${name}`, fact: "required", value: first?.presence.value === "required" };
          });
        });
        const { models: same, findings } = applied(models, overrides, { ...defaultEvidence, absentKeys: false });
        expect(same).toEqual(models);
        expect(findings.map(({ rule }) => rule)).toEqual(overrides.map(() => "stale-override"));
      }),
      { numRuns: 60 },
    );
  });
});
