// Loaded into a process before modelmark: every change below the folder SLOW_FOLDER takes a while, and the first
// one is told on descriptor 3, so that another process can kill this one in the midst of its writing.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const folder = process.env["SLOW_FOLDER"];
const milliseconds = Number(process.env["SLOW_MILLISECONDS"]);
const clock = new Int32Array(new SharedArrayBuffer(4));
let isTold = false;

for (const name of ["mkdirSync", "writeFileSync", "fsyncSync", "renameSync", "rmdirSync", "unlinkSync"]) {
  const original = fs[name];
  fs[name] = (...values) => {
    if (typeof values[0] !== "number" && !String(values[0]).startsWith(folder)) return original(...values);
    if (!isTold) fs.writeSync(3, "writing");
    isTold = true;
    Atomics.wait(clock, 0, 0, milliseconds);
    return original(...values);
  };
}
syncBuiltinESMExports();
