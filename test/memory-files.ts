/** What a compiler's host asks of files and folders, answered of texts in memory by their absolute paths. */
export function memoryFiles(texts: ReadonlyMap<string, string>) {
  const folders = new Set([...texts.keys()].flatMap(foldersOf));
  return {
    fileExists: (path: string): boolean => texts.has(path),
    readFile: (path: string): string | undefined => texts.get(path),
    directoryExists: (path: string): boolean => folders.has(path),
    getDirectories: (): string[] => [],
    realpath: (path: string): string => path,
    getCurrentDirectory: (): string => "/",
  };
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join("/") || "/");
}
