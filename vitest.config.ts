import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    setupFiles: ["test/properties/seed.ts"],
    testTimeout: 60_000,
    hookTimeout: 900_000,
    // Tests that run side by side start compilers: two of them fill the smallest machine of CI.
    maxConcurrency: 2,
  },
});

export default config;
