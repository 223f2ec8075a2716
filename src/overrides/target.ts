import type { Link } from "../model/link.js";
import type { Model } from "../model/model.js";
import { fileOf } from "../model/path.js";
import type { WrittenOverride } from "./override.js";

/** An override and what it is about. */
export interface Targeted {
  readonly override: WrittenOverride;
  /** The page below the docs root. */
  readonly page: string;
  /** The documented name; absent where the model itself is meant. */
  readonly field?: string | undefined;
}

/** Overrides by the page that they are about. */
export interface Targets {
  readonly byPage: ReadonlyMap<string, readonly Targeted[]>;
  /** Those whose page holds no model. */
  readonly strays: readonly Targeted[];
}

/** Finds what overrides are about; `isPage` says which pages hold a model. */
export function findTargets(overrides: readonly WrittenOverride[], isPage: (page: string) => boolean): Targets {
  const byPage = new Map<string, Targeted[]>();
  const strays: Targeted[] = [];
  for (const override of overrides) {
    const found = targetOf(override, isPage);
    if (found) {
      const others = byPage.get(found.page);
      if (others) others.push(found);
      else byPage.set(found.page, [found]);
    } else strays.push(strayOf(override));
  }
  return { byPage, strays };
}

/** So many `#` of a path are taken for part of the names of pages and folders. */
const mostHashes = 8;

/** What an override is about. Names of pages and of fields may have a `#`: a page is meant before a field, and a shorter one before a longer. */
function targetOf(override: WrittenOverride, isPage: (page: string) => boolean): Targeted | undefined {
  const { at } = override;
  if (isPage(at)) return { override, page: at };
  for (let hash = at.indexOf("#"), hashes = 0; hash >= 0 && hashes < mostHashes; hash = at.indexOf("#", hash + 1)) {
    const page = at.slice(0, hash);
    if (isPage(page)) return { override, page, field: at.slice(hash + 1) };
    hashes += 1;
  }
  return undefined;
}

function strayOf(override: WrittenOverride): Targeted {
  const { at } = override;
  const hash = at.indexOf("#");
  return hash < 0 ? { override, page: at } : { override, page: at.slice(0, hash), field: at.slice(hash + 1) };
}

/** Finds the only page that is called as one that is gone, in whatever folder: it may have moved. */
export function movedPages(models: readonly Model<Link>[]): (gone: string) => string | undefined {
  const pages = new Map<string, string | undefined>();
  for (const { page } of models) {
    const file = fileOf(page);
    pages.set(file, pages.has(file) ? undefined : page);
  }
  return (gone) => pages.get(fileOf(gone));
}
