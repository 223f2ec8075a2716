import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Something hostile that may stand where modelmark looks for a file or a folder. */
export interface Entry {
  readonly name: string;
  /** Puts it at a place that is free; `canary` is a folder that must stay as it is. */
  readonly plant: (place: string, canary: string) => void;
}

function link(name: string, targetOf: (canary: string) => string): Entry {
  return { name, plant: (place, canary) => symlinkSync(targetOf(canary), place) };
}

function made(name: string, program: string, args: readonly string[]): Entry {
  return {
    name,
    plant: (place) => {
      const { status, stderr } = spawnSync(
        program,
        args.map((each) => (each === "PLACE" ? place : each)),
      );
      if (status !== 0) throw new Error(`${program}: ${String(stderr)}`);
    },
  };
}

const socketProgram = 'require("net").createServer().listen(process.argv[1], () => process.exit(0))';

/** All of them; a file of each name is in the canary folder. */
export const entries: readonly Entry[] = [
  link("a link to a page outside", (canary) => path.join(canary, "pet.md")),
  link("a link to an output outside", (canary) => path.join(canary, "pet.ts")),
  link("a link to a manifest outside", (canary) => path.join(canary, "manifest.json")),
  link("a link to a folder outside", (canary) => path.join(canary, "folder")),
  link("a relative link to a folder outside", () => "../../canary/folder"),
  link("a link to nothing outside", (canary) => path.join(canary, "absent.ts")),
  link("a link to itself", () => "itself"),
  link("a link to an endless device", () => "/dev/zero"),
  link("a link to a pipe outside", (canary) => path.join(canary, "pipe")),
  link("a link to the root", () => "/"),
  made("a pipe", "mkfifo", ["PLACE"]),
  made("a device", "mknod", ["PLACE", "c", "1", "5"]),
  made("a socket", process.execPath, ["-e", socketProgram, "PLACE"]),
  { name: "a folder with a file", plant: plantFolder },
  { name: "a foreign file", plant: (place) => writeFileSync(place, "mine\n") },
  { name: "an empty file", plant: (place) => writeFileSync(place, "") },
];

function plantFolder(place: string): void {
  mkdirSync(place);
  writeFileSync(path.join(place, "mine.txt"), "mine\n");
}
