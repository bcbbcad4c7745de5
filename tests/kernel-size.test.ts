import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import { expect, test } from 'vitest';
import { source } from '../scripts/conditions.mjs';
import { root } from './sources.js';

/** What a page would load of the kernel: one file with what it names and all that this needs. */
async function bundled(names: string) {
  const entry = 'entry-of-the-page';
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root,
    resolve: { conditions: [source, ...defaultClientConditions] },
    plugins: [
      {
        name: entry,
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `export ${names} from '${join(root, 'packages/kernel/src/index.ts')}';`
            : null,
      },
    ],
    build: {
      write: false,
      minify: 'oxc',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
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

// The goal is 20 kB. Handlers and processes stay below it, with the spreads that a page names; a
// network of such spreads is near it; one that may name every spread and kind of arrivals as plain
// data is not, nor are all faces together: see docs/decisions/0006. What is measured is all of it, the
// functions of @hallsim/stats and seedrandom included.
test.each([
  ['the calendar', '{ Calendar }', 2_900],
  ['processes, resources and streams', '{ Simulation, exponential, lognormal }', 17_300],
  ['networks of spreads that are named', '{ Network, exponential }', 22_100],
  ['networks of plain data', '{ network }', 32_300],
  ['everything', '*', 42_400],
])('%s, with all that it needs, minified and gzipped, is pinned', async (what, names, limit) => {
  const { code, modules } = await bundled(names);
  const zipped = gzipSync(code, { level: 9 }).length;
  console.log(`@hallsim/kernel, ${what}: ${zipped} bytes gzipped, ${code.length} minified`);
  // nothing is left out that is imported from other packages
  expect(code).not.toMatch(/\bfrom\s*["']|\bimport\b/);
  expect(zipped, `largest files: ${largest(modules)}`).toBeLessThanOrEqual(limit);
  expect(zipped, 'the pinned size has room to spare: lower it').toBeGreaterThan(0.85 * limit - 500);
});
