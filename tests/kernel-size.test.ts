import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import { expect, test } from 'vitest';
import { source } from '../scripts/conditions.mjs';
import { root } from './sources.js';

const LIMIT = 20_000;

/** As a page would load it: one file with all that is exported and all that it needs. */
async function bundled(entry: string) {
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
  return built.output[0];
}

/** The files with most code, as characters before it is made small. */
function largest(modules: Readonly<Record<string, { readonly renderedLength: number }>>): string {
  const sizes = Object.entries(modules).map(([id, one]) => ({ id, size: one.renderedLength }));
  return sizes
    .sort((a, b) => b.size - a.size)
    .slice(0, 12)
    .map(({ id, size }) => `${relative(root, id)} ${size}`)
    .join(', ');
}

test('the kernel with all that it needs is at most 20 kB, minified and gzipped', async () => {
  const { code, modules } = await bundled('packages/kernel/src/index.ts');
  const zipped = gzipSync(code, { level: 9 }).length;
  console.log(`@hallsim/kernel: ${zipped} bytes gzipped, ${code.length} minified`);
  // nothing is left out: what is exported, and what is imported from other packages
  expect(code).toMatch(/export\s*\{[^}]*\bas Calendar\b/);
  expect(code).not.toMatch(/\bfrom\s*["']|\bimport\b/);
  expect(zipped, `largest files: ${largest(modules)}`).toBeLessThanOrEqual(LIMIT);
});
