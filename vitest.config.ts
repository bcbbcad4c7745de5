import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ["packages/*", "tests"],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      // code that runs inside a Worker is never counted: keep workers thin and test what they call
      exclude: ['**/*.worker.ts', '**/main.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
});
