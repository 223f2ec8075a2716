import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { cleanEnvironment, whyNoCommand } from "../sandbox/command.js";
import { chosenOf } from "../sandbox/shuffle.js";
import type { Outcome, Trial, TrialRequest } from "../trial.js";
import { editedPages, type PageSet, randomFrom, somePages } from "./page-sets.js";

const main = fileURLToPath(new URL("../../../dist/cli/main.js", import.meta.url));

/** How much room a disk has left: so many blocks of 4 KB, or so many files. */
interface Room {
  readonly kind: "blocks" | "files";
  readonly left: number;
}

const rooms: readonly Room[] = (["blocks", "files"] as const).flatMap((kind) =>
  Array.from({ length: 26 }, (_, left) => ({ kind, left })),
);

/** Disks that are full, at every point at which a run can find them so. */
export const fullDisk: Trial = {
  name: "full-disk",
  promise:
    "disks with room for any number of blocks or files from none to all that a run needs: it writes everything, or leaves every " +
    "output as it was, says so and leaves nothing beside; with room again the next run ends as a clean one",
  cases: { command: rooms.length, suite: 6 },
  run: fill,
};

async function fill({ cases, seed, tell }: TrialRequest): Promise<Outcome> {
  const missing = whyNoCommand() ?? whyNoMount();
  if (missing) return { cases: 1, failures: [], skipped: [missing] };
  const root = mkdtempSync(path.join(os.tmpdir(), "modelmark-full-"));
  try {
    const random = randomFrom(seed);
    const pages = somePages(20, random);
    setPages(path.join(root, "before"), pages);
    setPages(path.join(root, "after"), editedPages(pages, random));
    for (const folder of [".git", "generated", "clean"]) mkdirSync(path.join(root, folder));
    writeFileSync(path.join(root, "modelmark.config.json"), '{ "validators": false }\n');
    const failures: string[] = [];
    let refused = 0;
    let tried = 0;
    for (const room of chosenOf(rooms, cases, seed)) {
      const told = await played(root, room);
      refused += told.includes("refused") ? 1 : 0;
      tried += 1;
      failures.push(
        ...told.filter((line) => line.startsWith("FAILED")).map((line) => `${room.left} ${room.kind} left: ${line}`),
      );
      if (told.at(-1) !== "end") failures.push(`${room.left} ${room.kind} left: it did not end: ${told.join(" ")}`);
      if (tried % 20 === 0) tell(`${tried} tried, ${refused} refused, ${failures.length} failures`);
    }
    tell(`${refused} of ${tried} runs found the disk full`);
    return { cases: tried, failures: refused > 0 ? failures : [...failures, "no disk was full"] };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const namespace = ["--user", "--map-root-user", "--mount", "sh", "-c"];

function whyNoMount(): string | undefined {
  const isAble = spawnSync("unshare", [...namespace, "mount -t tmpfs -o size=64k tmpfs /mnt"]).status === 0;
  return isAble ? undefined : "this system lets its user mount no file system";
}

/** The steps of one disk, in a shell that has mounted it. */
function scriptOf({ kind, left }: Room): string {
  const free = kind === "blocks" ? "stat -f -c %f generated" : "stat -f -c %d generated";
  const more = `mount -o remount,${kind === "blocks" ? "size=8m" : "nr_inodes=4096"} tmpfs generated`;
  const filling =
    kind === "blocks"
      ? `head -c $((($(${free}) - ${left}) * 4096)) /dev/zero > generated/filler`
      : `mkdir generated/filler; n=$(($(${free}) - ${left})); i=0; while [ $i -lt $n ]; do : > generated/filler/$i; i=$((i + 1)); done`;
  return `
    sum() { (cd $1 && find . -path ./filler -prune -o -print | sort && find . -path ./filler -prune -o -type f -print | sort | xargs cat) | cksum; }
    run() { "${process.execPath}" "${main}" generate --no-cache "$@" > said 2>&1; }
    mount -t tmpfs -o ${kind === "blocks" ? "size=1m" : "size=8m,nr_inodes=200"} tmpfs generated
    run --docs after --out clean || { echo "FAILED clean run: $(cat said)"; exit; }
    run --docs before || { echo "FAILED first run: $(cat said)"; exit; }
    before=$(sum generated)
    ${filling}
    run --docs after; code=$?
    if [ $code = 1 ]; then
      echo refused
      grep -q ENOSPC said || echo "FAILED it gave another reason: $(cat said)"
      [ "$before" = "$(sum generated)" ] || echo "FAILED outputs changed, or something was left: $(find generated -name '.modelmark*')"
      ${more}
      run --docs after || echo "FAILED with room again: $(cat said)"
    elif [ $code != 0 ]; then
      echo "FAILED with $code: $(cat said)"
    fi
    rm -r generated/filler
    [ "$(sum clean)" = "$(sum generated)" ] || echo "FAILED outputs are not those of a clean run"
    echo end
  `;
}

async function played(root: string, room: Room): Promise<readonly string[]> {
  const child = spawn("unshare", [...namespace, scriptOf(room)], { cwd: root, env: cleanEnvironment() });
  const parts: Buffer[] = [];
  child.stdout.on("data", (data: Buffer) => parts.push(data));
  child.stderr.on("data", (data: Buffer) => parts.push(Buffer.from("FAILED "), data));
  await new Promise((resolve) => child.once("close", resolve));
  return Buffer.concat(parts).toString().trim().split("\n");
}

function setPages(folder: string, pages: PageSet): void {
  for (const [file, text] of pages) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}
