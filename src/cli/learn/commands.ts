/** The commands that compare pages with other descriptions of an API: in the bundle a file that other runs do not read. */
export { checkAgainst } from "./check-against.js";
export { learn } from "./learn.js";
