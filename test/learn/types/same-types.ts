import { dirname, join } from "node:path";
import { Project, ts } from "ts-morph";
import type { Output } from "../../../src/compile.js";
import { readTypeTexts } from "./type-cases.js";

/** What stands for the run-time of an SDK whose models are classes. */
const runtime = "export class SpeakeasyBase {}\nexport const SpeakeasyMetadata: any = undefined;";

/** Enums are types of their own to the compiler, whatever their values: what stands for one is the union of these. */
function withoutEnums(text: string): string {
  return text.replace(/export enum (\w+) \{([^}]*)\}/g, (_whole, name: string, body: string) => {
    const values = [...body.matchAll(/= ("[^"]*")/g)].map(([, value]) => value);
    return `export type ${name} = ${values.join(" | ")};`;
  });
}

/** The models whose outputs are not of the SDK's own types: each is held against the other by the compiler. */
export function differingModels({ files, schema }: Output, folder: string): readonly string[] {
  const texts = new Map<string, string>([
    ...files.map(({ path, text }) => [`/ours/${path}`, text] as const),
    ...readTypeTexts(join(folder, "sdk")).map(({ path, text }) => [`/sdk/${path}`, withoutEnums(text)] as const),
    ["/internal/utils.ts", runtime],
  ]);
  const declared = declaredIn(texts);
  const names = [...schema.models.values()].map(({ id, page }) => {
    const { file, type } = schema.names.get(id) ?? { file: "", type: "" };
    return { page, ours: `/ours/${file}`, type, theirs: declared.get(sdkKey(page, type)) };
  });
  const lines = names.map(({ ours, theirs, type, page }, at) => {
    const sdkType = theirs?.type ?? "never";
    return [
      `import type { ${type} as Ours${at} } from "${ours.replace(/\.ts$/, ".js")}";`,
      theirs ? `import type { ${sdkType} as Theirs${at} } from "${theirs.file.replace(/\.ts$/, ".js")}";` : "",
      `export const same${at}: Same<Ours${at}, Theirs${at}> = true; // ${page}`,
    ].join(" ");
  });
  texts.set("/judge.ts", [...lines, same].join("\n"));
  const found = new Set(linesOfComplaints(texts, "/judge.ts"));
  return [...found].map((line) => names[line - 1]?.page ?? `line ${line}`).sort();
}

/** Whether each of two types can stand for the other and no field of one is absent, optional or nullable in the other alone. */
const same = `
  type Keys<T> = T extends string | number | boolean | null ? "value" : {
    [K in keyof T]-?: [{} extends Pick<T, K> ? "optional" : "required", null extends T[K] ? "null" : "never"];
  };
  type Fits<A, B> = [A] extends [B] ? ([Keys<A>] extends [Keys<B>] ? true : false) : false;
  type Same<A, B> = [Fits<A, B>, Fits<B, A>] extends [true, true] ? true : false;
`;

function sdkKey(page: string, type: string): string {
  return `${dirname(page)}/${type}`;
}

interface SdkType {
  readonly file: string;
  readonly type: string;
}

/** The types of the SDK by folder and name; what is sent of an error stands beside its class. */
function declaredIn(texts: ReadonlyMap<string, string>): ReadonlyMap<string, SdkType> {
  const declared = new Map<string, SdkType>();
  for (const [file, text] of texts) {
    if (!file.startsWith("/sdk/models/")) continue;
    for (const [, type = ""] of text.matchAll(/^export (?:type|class) (\w+)/gm)) {
      declared.set(`${dirname(file).slice("/sdk/models/".length)}/${type.replace(/Data$/, "")}`, { file, type });
      if (!type.endsWith("Data") && text.includes(`export type ${type}Data`)) {
        declared.set(`${dirname(file).slice("/sdk/models/".length)}/${type}`, { file, type: `${type}Data` });
      }
    }
  }
  return declared;
}

/** The lines of a file that the compiler complains of. */
function linesOfComplaints(texts: ReadonlyMap<string, string>, file: string): readonly number[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true,
      strictPropertyInitialization: false,
      experimentalDecorators: true,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    },
  });
  for (const [path, text] of texts) project.createSourceFile(path, text);
  const complaints = project.getSourceFileOrThrow(file).getPreEmitDiagnostics();
  return complaints.map((complaint) => complaint.getLineNumber() ?? 0);
}
