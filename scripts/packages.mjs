// The workspace's packages, as their own package.json files describe them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { at } from './tools.mjs';

/**
 * Every folder under packages/ that has a package.json:
 * `{ name, folder, manifest, needs }`, where `needs` are the workspace packages it depends on.
 */
export function readPackages() {
  const found = readdirSync(at('packages'))
    .filter((folder) => existsSync(at('packages', folder, 'package.json')))
    .map((folder) => ({
      folder: at('packages', folder),
      manifest: JSON.parse(readFileSync(at('packages', folder, 'package.json'), 'utf8')),
    }));
  const names = new Set(found.map(({ manifest }) => manifest.name));
  return found.map(({ folder, manifest }) => ({
    name: manifest.name,
    folder,
    manifest,
    needs: Object.keys(manifest.dependencies ?? {}).filter((name) => names.has(name)),
  }));
}

/** The packages in an order in which each comes after what it needs; only those `of` needs, if given. */
export function inDependencyOrder(packages, of = packages.map(({ name }) => name)) {
  const byName = new Map(packages.map((one) => [one.name, one]));
  const done = new Set();
  const visit = (name, path) => {
    if (path.includes(name))
      throw new Error(`packages in a circle: ${[...path, name].join(' > ')}`);
    for (const need of byName.get(name).needs) visit(need, [...path, name]);
    done.add(name);
  };
  for (const name of of) visit(name, []);
  return [...done].map((name) => byName.get(name));
}

/** Has compiled output of its own (the studio is a site, not a library). */
export const isLibrary = ({ folder }) => existsSync(`${folder}/tsconfig.build.json`);
