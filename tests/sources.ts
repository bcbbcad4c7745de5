import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** What of a package.json matters to how packages hang together. */
interface Manifest {
  name: string;
  exports?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

export interface Package extends Manifest {
  /** Folder under packages/, such as `cli` for the package `hallsim`. */
  folder: string;
  sources: SourceFile[];
}

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  path: string;
  text: string;
  /** Module specifiers as written: imports, re-exports and `import()`, of types too. */
  imports: string[];
  /** A test, a bench, or what only they use (`src/testing/`): may import what only the workspace needs. */
  isTest: boolean;
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  return {
    path: relative(root, file).replaceAll('\\', '/'),
    text,
    imports: ts.preProcessFile(text, true, false).importedFiles.map(({ fileName }) => fileName),
    isTest: /\.(test|bench)\.ts$|\Wtesting\W/.test(relative(root, file)),
  };
}

/** Every package under packages/, with the TypeScript files of its `src`. */
export function readPackages(): Package[] {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .filter((folder) => existsSync(join(packages, folder, 'package.json')))
    .map((folder) => {
      const manifest = readFileSync(join(packages, folder, 'package.json'), 'utf8');
      const sources = readdirSync(join(packages, folder, 'src'), { recursive: true })
        .filter((file): file is string => typeof file === 'string' && file.endsWith('.ts'))
        .map((file) => readSource(join(packages, folder, 'src', file)));
      return { ...(JSON.parse(manifest) as Manifest), folder, sources };
    });
}

/** The source file a relative import means, or undefined if it means no TypeScript file. */
export function resolveRelative(from: string, specifier: string): string | undefined {
  const path = join(dirname(from), specifier).replaceAll('\\', '/').replace(/\.js$/, '.ts');
  return existsSync(join(root, path)) && path.endsWith('.ts') ? path : undefined;
}
