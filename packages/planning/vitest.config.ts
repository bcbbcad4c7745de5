import { defineConfig } from 'vitest/config';
import { nodeConditions } from '../../scripts/conditions.mjs';

export default defineConfig({
  ssr: { resolve: { conditions: nodeConditions } },
  test: {
    name: 'planning',
    environment: 'node',
    include: ['src/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
