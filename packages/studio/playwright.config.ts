import { defineConfig } from '@playwright/test';
import { chromiumFlags, chromiumPath } from '../../scripts/chromium-flags.mjs';

// another checkout may be at its tests on the usual port
const port = Number(process.env['HALLSIM_TEST_PORT'] ?? 4317);
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 1,
  forbidOnly: !!process.env['CI'],
  retries: 0,
  // nothing here is about speed, and the machine may have other work
  timeout: 90_000,
  reporter: [['list'], ['../../scripts/count-playwright.mjs']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
  },
  webServer: {
    // the built app, as users get it; vite is run by node so that ending it ends the server itself
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort --host 127.0.0.1`,
    url: `http://127.0.0.1:${port}`,
    reuseExistingServer: false,
  },
});
