import { defineConfig } from 'vitest/config';

// Each package is a project of its own. tests/ is two: the same tests of tests/bits/ run in both.
const projects = ['packages/*', 'tests/vitest.config.ts'];
const inChromium = 'tests/vitest.browser.config.ts';
const withoutBrowser = ['!packages/elements', '!packages/studio'];

export default defineConfig({
  test: {
    // Vitest leaves one processor to itself; with two of them every second one would stand idle.
    maxWorkers: '100%',
    projects: [...projects, ...(process.env['HALLSIM_NO_BROWSER'] ? withoutBrowser : [inChromium])],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      // code that runs inside a Worker is never counted: keep workers thin and test what they call
      exclude: ['**/*.worker.ts', '**/main.ts'],
      reporter: ['text', 'json-summary'],
    },
  },
});
