export default {
  api: {
    input: { target: process.env.MODELMARK_BENCH_DOCUMENT, validation: false },
    output: { client: "zod", mode: "single", target: `${process.env.MODELMARK_BENCH_OUT}/zod.ts`, prettier: false },
  },
};
