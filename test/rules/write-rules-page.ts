import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rulesPage } from "./rules-page.js";

// A script: `npm run docs:rules` writes docs/rules.md.
writeFileSync(fileURLToPath(new URL("../../docs/rules.md", import.meta.url)), rulesPage());
