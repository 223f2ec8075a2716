import picocolors from "picocolors";
import type { Colors } from "picocolors/types.js";
import type { Environment, TextStream } from "./environment.js";

/** The colours for a stream: the flag decides, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal. */
export function colorsFor(stream: TextStream, flag: boolean | undefined, env: Environment["env"]): Colors {
  return picocolors.createColors(flag ?? wanted(stream, env));
}

function wanted(stream: TextStream, env: Environment["env"]): boolean {
  if (env["NO_COLOR"]) return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
