import { didYouMean } from "../../did-you-mean.js";
import type { Schema } from "../../model/schema.js";
import { type Proposal, proposalOf, type Unmatched } from "../proposal.js";
import { compareModel } from "./compare-models.js";
import { type Comparing, sourceOf } from "./comparing.js";
import { type Matches, matchModels } from "./match-models.js";
import { type DeclaredTypes, readTypes, type SourceText } from "./read-types.js";
import { makeStating } from "./stated-type.js";
import { makeMembersOf } from "./type-members.js";

/** Proposes what an SDK's own types say of its models that the pages do not say, or say otherwise. */
export function learnFromTypes(schema: Schema, files: readonly SourceText[]): Proposal {
  const types = readTypes(files);
  const matches = matchModels(schema, types.declarations);
  const state = makeStating(matches, types.declarations);
  const comparing: Comparing = {
    schema,
    state,
    membersOf: makeMembersOf(schema, matches, state),
    wireFactsOf: wireFactsFinder(types),
  };
  const compared = [...matches.byModel].flatMap(([id, declaration]) => {
    const model = schema.models.get(id);
    return model ? [compareModel(model, declaration, comparing)] : [];
  });
  const unmatched = [
    ...types.unread,
    ...compared.flatMap((each) => each.unmatched),
    ...typesWithoutPage(types, matches),
    ...pagesWithoutType(schema, matches, types),
  ];
  return proposalOf(
    compared.flatMap(({ overrides }) => overrides),
    unmatched,
  );
}

/** The schemas of an error are called as its class, and speak of what is sent too. */
function wireFactsFinder({ wireFacts }: DeclaredTypes): Comparing["wireFactsOf"] {
  return ({ key }) => wireFacts.get(key) ?? wireFacts.get(key.replace(/Data$/, ""));
}

/** Types that are no page's and stand for no model: aliases that are written out where they are used are not told of. */
function typesWithoutPage({ declarations }: DeclaredTypes, { byKey, byModel }: Matches): readonly Unmatched[] {
  const sent = new Set([...byModel.values()].map(({ key }) => key));
  return [...declarations.values()].flatMap((declaration) => {
    if (byKey.has(declaration.key) || sent.has(declaration.key) || declaration.isClass) return [];
    const reason = `\`${declaration.name}\` has no page`;
    return [{ source: sourceOf(declaration, declaration.line), reason }];
  });
}

/** So many of a kind get a look for a name that is near: it takes time for each pair of names. */
const mostNear = 100;

function pagesWithoutType(schema: Schema, { byModel }: Matches, { declarations }: DeclaredTypes): readonly Unmatched[] {
  const names = [...new Set([...declarations.values()].map(({ name }) => name))];
  const alone = [...schema.models.values()].filter(({ id }) => !byModel.has(id));
  return alone.map(({ page, name }, at) => {
    const hint = at < mostNear ? didYouMean(name, names) : "";
    const meant = hint.startsWith("Did") ? `: ${hint}` : "";
    return { source: "types", reason: `No type is called \`${name}\`${meant}`, at: page };
  });
}
