import { ts } from "ts-morph";

/** What a name of a file stands for. */
export type NamedThing =
  | { readonly kind: "declared"; readonly key: string }
  /** A name that is declared elsewhere: `RFCDate`, `z`. */
  | { readonly kind: "foreign"; readonly name: string };

/** Finds what a name of a file stands for, as `Foo` or as `components.Foo`. */
export type NameLookup = (name: ts.EntityName) => NamedThing;

/** Which types the files below a folder declare, by the paths of the files. */
export type DeclaredNames = ReadonlyMap<string, ReadonlySet<string>>;

/** The folder of a file and a name, which stand for a type: `components/Foo`. */
export function keyOf(file: string, name: string): string {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? name : `${file.slice(0, slash)}/${name}`;
}

/** The names of the types that a file declares. */
export function declaredNames(source: ts.SourceFile): ReadonlySet<string> {
  const names = source.statements.flatMap((statement) =>
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isClassDeclaration(statement)
      ? (statement.name?.text ?? [])
      : [],
  );
  return new Set(names);
}

type Imported =
  | { readonly kind: "name"; readonly from: string; readonly name: string }
  | { readonly kind: "namespace"; readonly from: string };

/** Resolves the names of a file by its declarations and imports; no module outside the files is looked at. */
export function namesIn(source: ts.SourceFile, file: string, declared: DeclaredNames): NameLookup {
  const imports = importsOf(source);
  const own = declared.get(file) ?? new Set();
  const from = (specifier: string, name: string): NamedThing => {
    const target = moduleAt(file, specifier, declared);
    return target === undefined ? { kind: "foreign", name } : { kind: "declared", key: keyOf(target, name) };
  };
  return (name) => {
    if (ts.isQualifiedName(name)) {
      const imported = ts.isIdentifier(name.left) ? imports.get(name.left.text) : undefined;
      if (imported?.kind === "namespace") return from(imported.from, name.right.text);
      return { kind: "foreign", name: name.right.text };
    }
    if (own.has(name.text)) return { kind: "declared", key: keyOf(file, name.text) };
    const imported = imports.get(name.text);
    if (imported?.kind !== "name") return { kind: "foreign", name: name.text };
    return from(imported.from, imported.name);
  };
}

function importsOf(source: ts.SourceFile): ReadonlyMap<string, Imported> {
  const imports = new Map<string, Imported>();
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings) continue;
    if (ts.isNamespaceImport(bindings)) imports.set(bindings.name.text, { kind: "namespace", from });
    else {
      for (const { name, propertyName } of bindings.elements) {
        imports.set(name.text, { kind: "name", from, name: (propertyName ?? name).text });
      }
    }
  }
  return imports;
}

/** The file that a relative specifier leads to, or a file of the folder that it names; nothing out of the files. */
function moduleAt(file: string, specifier: string, declared: DeclaredNames): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const segments = file.split("/").slice(0, -1);
  for (const segment of specifier.split("/")) {
    if (segment === "..") {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== "." && segment !== "") segments.push(segment);
  }
  const path = segments.join("/").replace(/\.[cm]?[jt]s$/, "");
  const candidates = [`${path}.ts`, path === "" ? "index.ts" : `${path}/index.ts`];
  return candidates.find((candidate) => declared.has(candidate));
}
