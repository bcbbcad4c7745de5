import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, chromiumPath } from '../scripts/chromium-flags.mjs';
import { source } from '../scripts/conditions.mjs';

// The files of tests/bits/ once more, in Chromium: what they pin must hold in both engines.
export default defineConfig({
  resolve: { conditions: [source, ...defaultClientConditions] },
  // look for dependencies at every start: one met late reloads the page in the middle of a test
  optimizeDeps: { force: true },
  test: {
    name: 'tests in Chromium',
    include: ['bits/**/*.test.ts'],
    testTimeout: 60_000,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
