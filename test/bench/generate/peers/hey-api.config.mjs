export default {
  input: process.env.MODELMARK_BENCH_DOCUMENT,
  output: { path: process.env.MODELMARK_BENCH_OUT, clean: true, indexFile: false, postProcess: [] },
  plugins: ["@hey-api/typescript", "zod"],
  logs: { level: "silent" },
};
