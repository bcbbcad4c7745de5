// What Node reads of a package: one file for each entry instead of one for each source. Two hundred small files took
// 150 ms and 20 MB more to import. Pages get the modules: their bundlers leave out what is not used.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

const BUNDLED = './dist/bundle/';

/** Names of the entries that the package.json has bundled: `index` is src/index.ts and dist/bundle/index.js. */
export function bundledEntries({ exports = {}, imports = {}, bin = {} }) {
  const paths = [exports, imports, bin].flatMap(strings).filter((path) => path.startsWith(BUNDLED));
  return [...new Set(paths)].map((path) => path.slice(BUNDLED.length).replace(/\.js$/, ''));
}

/** The file that an entry is bundled into. */
export const bundleFile = (folder, entry) => join(folder, BUNDLED, `${entry}.js`);

/** Libraries of which a package uses little and would load much: zod brings its words in fifty languages. */
const INSIDE = ['zod'];
const isInside = (id) => INSIDE.includes(id.split('/')[0]);

/** Bundles the entries of a package; other packages stay outside but for those above. */
export async function bundle({ folder, manifest }) {
  const entries = bundledEntries(manifest);
  if (entries.length === 0) return;
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: Object.fromEntries(entries.map((entry) => [entry, join(folder, 'src', `${entry}.ts`)])),
    platform: 'node',
    external: (id) => !id.startsWith('.') && !isAbsolute(id) && !isInside(id),
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022' },
  });
  const { output } = await build.generate({
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    postBanner: ({ moduleIds }) => licences(moduleIds),
    comments: { legal: true, jsdoc: false, annotation: true },
  });
  await build.close();
  // entries last: whoever looks at their age finds everything they import
  for (const part of output.reverse()) {
    const file = join(folder, BUNDLED, part.fileName);
    const unfinished = `${file}.${process.pid}`; // renamed when whole: two commands may start at once
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(unfinished, part.code === undefined ? part.source : inAscii(part.code));
    renameSync(unfinished, file);
  }
}

/**
 * Other letters by their numbers, which strings, templates and comments read the same: a single Chinese word makes V8
 * keep and read two bytes for each letter of a file.
 */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What the licences of libraries inside ask to be kept beside their code. */
function licences(files) {
  const folders = files.map((file) => /^.*node_modules[\\/][^\\/]+/.exec(file)?.[0]);
  const texts = [...new Set(folders)].filter(Boolean).map((folder) => {
    return `/*! ${basename(folder)}:\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n*/\n`;
  });
  return texts.join('');
}

/** All strings in a value of JSON. */
function strings(value) {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
