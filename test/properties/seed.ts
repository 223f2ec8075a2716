import fc from "fast-check";

// One seed for every run of the suite, so that a change is judged by the same cases before and after;
// `MODELMARK_SEED=$RANDOM npx vitest run test/properties` looks at others.
fc.configureGlobal({ seed: Number(process.env["MODELMARK_SEED"] ?? 20261121) });
