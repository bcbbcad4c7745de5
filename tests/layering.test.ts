import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import ts from 'typescript';
import { readPackages, resolveRelative, type Package, type SourceFile } from './sources.js';

/** Which packages of ours each package may import. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  stats: [],
  theory: [],
  scenario: [],
  kernel: ['stats'],
  hall: ['kernel', 'scenario'],
  experiment: ['hall', 'scenario', 'stats', 'kernel'],
  planning: ['experiment', 'hall', 'scenario', 'stats', 'kernel', 'theory'],
  elements: ['stats'], // of the others, types only
  cli: ['experiment', 'hall', 'kernel', 'planning', 'scenario', 'stats', 'theory'],
  studio: ['elements', 'experiment', 'hall', 'kernel', 'planning', 'scenario', 'stats', 'theory'],
};

const packages = readPackages();
const byName = new Map(packages.map((one) => [one.name, one]));
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

/** `@scope/name/sub/path` or `name/sub/path`, cut after the name. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Each import by name (not relative, not of Node) in the files given. */
function namedImports(sources: readonly SourceFile[]) {
  return sources.flatMap(({ path, text, imports }) =>
    imports
      .filter((specifier) => !specifier.startsWith('.') && !isBuiltin(specifier))
      .map((specifier) => ({ path, text, specifier })),
  );
}

/** True if every import of this module in the text is an import of types, which leaves no trace. */
function isTypesOnly(text: string, specifier: string): boolean {
  const file = ts.createSourceFile('x.ts', text, ts.ScriptTarget.Latest);
  return file.statements
    .filter((statement) => ts.isImportDeclaration(statement))
    .filter(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text === specifier)
    .every(({ importClause }) => importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
}

const production = ({ sources }: Package) => sources.filter(({ isTest }) => !isTest);

test('every package has its place among the layers', () => {
  expect(packages.map(({ folder }) => folder).filter((folder) => !(folder in MAY_IMPORT))).toEqual(
    [],
  );
});

describe.each(packages)('$name', (one) => {
  test('imports only the packages below it', () => {
    const allowed = MAY_IMPORT[one.folder] ?? [];
    const against = namedImports(production(one)).filter(({ text, specifier }) => {
      const ours = byName.get(packageName(specifier));
      if (!ours || ours === one || allowed.includes(ours.folder)) return false;
      return !(one.folder === 'elements' && isTypesOnly(text, specifier));
    });
    expect(against.map(({ path, specifier }) => `${path} imports ${specifier}`)).toEqual([]);
  });

  test('comes into other packages by a door they declare', () => {
    const inside = namedImports(one.sources).filter(({ specifier }) => {
      const name = packageName(specifier);
      const door = `.${specifier.slice(name.length)}`;
      return byName.has(name) && !(door in (byName.get(name)?.exports ?? {}));
    });
    expect(inside.map(({ path, specifier }) => `${path} imports ${specifier}`)).toEqual([]);
  });

  test('reaches by relative paths only its own src, and in tests its own folder', () => {
    const outside = one.sources.flatMap(({ path, imports, isTest }) =>
      imports
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => {
          const home = `packages/${one.folder}/${isTest ? '' : 'src/'}`;
          return resolveRelative(path, specifier)?.startsWith(home) === false;
        })
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(outside).toEqual([]);
  });

  test('declares what it imports, and imports what it declares', () => {
    const names = (sources: SourceFile[]) =>
      new Set(namedImports(sources).map(({ specifier }) => packageName(specifier)));
    const declared = Object.keys(one.dependencies ?? {});
    const everything = [...declared, ...Object.keys(one.devDependencies ?? {}), one.name];
    const used = names(production(one));
    const usedByTests = names(one.sources);
    expect({
      missing: [...used].filter((name) => !declared.includes(name) && name !== one.name),
      missingForTests: [...usedByTests].filter((name) => !everything.includes(name)),
      // the types of a package that brings none are used with it
      unused: declared.filter((name) => !used.has(name.replace('@types/', ''))),
    }).toEqual({ missing: [], missingForTests: [], unused: [] });
  });

  test('has an index.ts of re-exports and nothing else', () => {
    const index = one.sources.find(({ path }) => path === `packages/${one.folder}/src/index.ts`);
    const file = ts.createSourceFile('index.ts', index?.text ?? '', ts.ScriptTarget.Latest);
    const others = file.statements.filter((statement) => !ts.isExportDeclaration(statement));
    expect(others.map((statement) => statement.getText(file))).toEqual([]);
  });

  test('has no files that import each other in a circle', () => {
    const next = new Map(
      one.sources.map(({ path, imports }) => [
        path,
        imports.flatMap((specifier) => resolveRelative(path, specifier) ?? []),
      ]),
    );
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): string[] => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
      if (done.has(path)) return [];
      for (const target of next.get(path) ?? []) {
        const circle = visit(target, [...trail, path]);
        if (circle.length > 0) return circle;
      }
      done.add(path);
      return [];
    };
    expect([...next.keys()].flatMap((path) => visit(path, []))).toEqual([]);
  });
});
