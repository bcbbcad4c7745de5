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

/** The size of what a page would load, pinned. */
async function zipped(what: string, names: string, pinned: number): Promise<number> {
  const { code, modules } = await bundled(names);
  const size = gzipSync(code, { level: 9 }).length;
  console.log(`@hallsim/kernel, ${what}: ${size} bytes gzipped, ${code.length} minified`);
  // nothing is left out that is imported from other packages
  expect(code).not.toMatch(/\bfrom\s*["']|\bimport\b/);
  expect(size, `largest files: ${largest(modules)}`).toBeLessThanOrEqual(pinned);
  expect(size, 'the pinned size has room to spare: lower it').toBeGreaterThan(0.97 * pinned - 100);
  return size;
}

/** So much a face may load, in bytes, with all that it needs. */
const MOST = 20_000;

// What is measured is all of it, the functions of @hallsim/stats and seedrandom included.
test.each([
  ['handlers', '{ Calendar }', 3_060],
  [
    'processes with resources, stores, streams and two families of spreads',
    '{ Simulation, exponential, lognormal }',
    17_900,
  ],
  ['networks by events, of one family of spreads', '{ Network, exponential }', 17_480],
])(
  'a face of the kernel is at most 20 kB minified and gzipped, with all that it needs: %s',
  async (what, names, size) => {
    expect(await zipped(what, names, size)).toBeLessThanOrEqual(MOST);
  },
);

// More than 20 kB: the faces share little but the calendar, and what is declared as plain data may
// name every family, every kind of arrivals and every shortcut; see docs/decisions/0006.
test.each([
  ['the three faces together', '{ Calendar, Simulation, Network, exponential }', 27_050],
  ['networks of plain data', '{ network }', 34_250],
  ['everything', '*', 44_300],
])('%s, with all that it needs, minified and gzipped, is pinned', async (what, names, size) => {
  await zipped(what, names, size);
});
