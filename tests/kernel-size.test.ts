import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import { expect, test } from 'vitest';
import { source } from '../scripts/conditions.mjs';
import { root } from './sources.js';

/** As a page would load it: one file with all that is exported and all that it needs. */
async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    resolve: { conditions: [source, ...defaultClientConditions] },
    build: {
      write: false,
      minify: 'oxc',
      modulePreload: false,
      rolldownOptions: { input: join(root, entry), preserveEntrySignatures: 'strict' },
    },
  });
  if (!('output' in built)) throw new Error('Vite watches instead of building.');
  expect(built.output.length).toBe(1);
  return built.output[0].code;
}

test('the kernel with all that it needs is at most 20 kB, minified and gzipped', async () => {
  const code = await bundled('packages/kernel/src/index.ts');
  const zipped = gzipSync(code, { level: 9 }).length;
  console.log(`@hallsim/kernel: ${zipped} bytes gzipped, ${code.length} minified`);
  // nothing is left out: what is exported, and what is imported from other packages
  expect(code).toMatch(/export\s*\{[^}]*\bas Calendar\b/);
  expect(code).not.toMatch(/\bfrom\s*["']|\bimport\b/);
  expect(zipped).toBeLessThanOrEqual(20_000);
});
