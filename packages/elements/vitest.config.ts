import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, chromiumPath } from '../../scripts/chromium-flags.mjs';

export default defineConfig({
  resolve: { conditions: ['@hallsim/source', ...defaultClientConditions] },
  optimizeDeps: { include: ['d3', 'lit', 'lit/decorators.js'] },
  test: {
    name: 'elements',
    include: ['src/**/*.test.ts'],
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
