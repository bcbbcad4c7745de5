// Brings the JavaScript of a package, and of all it needs, up to date with the sources.
// Node 20 cannot run TypeScript, and a loader costs more at each start than running what is
// compiled already: so only files newer than their output are translated, one by one, unchecked
// (`npm run typecheck` checks), and packages with such files bundled. Nothing stale: 10 ms of looking at dates.
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle, bundledEntries, bundleFile } from './bundle.mjs';
import { inDependencyOrder, readPackages } from './packages.mjs';
import { at } from './tools.mjs';

const age = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const isSource = (file) =>
  /\.(ts|json)$/.test(file) && !/\.(d|test|bench)\.ts$|(^|\W)testing\W/.test(file);

const sourcesIn = (folder) => readdirSync(folder, { recursive: true }).filter(isSource);

/** Pairs of [source, output] of one folder whose output is missing or older. */
function stale(sources, outputs) {
  return sourcesIn(sources)
    .map((file) => [join(sources, file), join(outputs, file.replace(/\.ts$/, '.js'))])
    .filter(([source, output]) => age(source) > age(output));
}

/** After this, `node` runs the package called `name` as its sources are now. */
export async function freshDist(name) {
  const packages = inDependencyOrder(readPackages(), [name]);
  await translate(
    packages.flatMap(({ folder }) => stale(join(folder, 'src'), join(folder, 'dist'))),
  );
  for (const one of packages) if (isBundleStale(one)) await bundle(one);
}

/** Whether a source of the package is newer than what is bundled of it. */
function isBundleStale({ folder, manifest }) {
  const sources = join(folder, 'src');
  const newest = Math.max(...sourcesIn(sources).map((file) => age(join(sources, file))));
  return bundledEntries(manifest).some((entry) => newest > age(bundleFile(folder, entry)));
}

/** The same for a folder of the repository's own programs. */
export async function freshFolder(sources, outputs) {
  await translate(stale(sources, outputs));
}

async function translate(pairs) {
  if (pairs.length === 0) return;
  const { default: ts } = await import('typescript');
  const base = ts.parseConfigFileTextToJson('', readFileSync(at('tsconfig.base.json'), 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(base.config.compilerOptions, '.');
  const compilerOptions = { ...options, noEmit: false, module: ts.ModuleKind.ESNext };
  for (const [source, output] of pairs) {
    mkdirSync(dirname(output), { recursive: true });
    const unfinished = `${output}.${process.pid}`; // renamed when whole: two commands may start at once
    if (source.endsWith('.ts')) {
      const text = readFileSync(source, 'utf8');
      const { outputText } = ts.transpileModule(text, { compilerOptions, fileName: source });
      writeFileSync(unfinished, outputText);
    } else copyFileSync(source, unfinished);
    renameSync(unfinished, output);
  }
}
