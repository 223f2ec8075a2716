import { killRuns } from "./rounds.js";

const kills = Number(process.argv[2] ?? 300);
const seed = Number(process.env["MODELMARK_SEED"] ?? 20261121);

const { stages, losses } = await killRuns(kills, seed, (text) => process.stderr.write(`${text}\n`));
const told = Object.entries(stages).map(([stage, count]) => `${count} had ${stage}`);
process.stdout.write(`seed ${seed}: ${kills} runs killed (${told.join(", ")}), ${losses.length} losses\n`);
for (const loss of losses) process.stdout.write(`${loss}\n`);
process.exitCode = losses.length > 0 ? 1 : 0;
