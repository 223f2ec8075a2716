import { appendFileSync } from "node:fs";

// Loaded before a process that is watched; threads report the peak of their process too.

const file = process.env["MODELMARK_BENCH_PEAKS"];
if (file) process.on("exit", () => appendFileSync(file, `${process.resourceUsage().maxRSS}\n`));
