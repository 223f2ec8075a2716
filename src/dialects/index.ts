import type { Dialect } from "./dialect.js";
import { speakeasy } from "./speakeasy/speakeasy.js";

/** The dialects that come with modelmark. */
export const dialects: readonly Dialect[] = [speakeasy];
