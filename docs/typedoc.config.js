import { existsSync, readdirSync } from 'node:fs';
import { Converter, OptionDefaults, ReflectionKind } from 'typedoc';

// what others import: every package that is built, but the command line
const packages = readdirSync('../packages').filter(
  (name) => name !== 'cli' && existsSync(`../packages/${name}/tsconfig.build.json`),
);

/** Calls each module as one imports it, and leaves out the `styles` each element has from Lit. */
function tidy({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getReflectionsByKind(ReflectionKind.Module))
      module.name = `@hallsim/${module.name.replace('/src', '')}`;
    for (const property of project.getReflectionsByKind(ReflectionKind.Property))
      if (property.name === 'styles' && property.flags.isStatic) project.removeReflection(property);
  });
}

/** The API reference: Markdown for VitePress, from the doc comments of what each package exports. */
export default {
  name: 'Packages',
  plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme', tidy],
  entryPoints: [
    ...packages.map((name) => `../packages/${name}/src/index.ts`),
    '../packages/experiment/src/node/index.ts',
    '../packages/kernel/src/chance/index.ts',
  ],
  tsconfig: 'tsconfig.json',
  out: 'api',
  docsRoot: '.',
  readme: 'none',
  disableSources: true,
  excludeExternals: true, // an element's page shows what is ours, not all of HTMLElement
  excludePrivate: true,
  blockTags: [...OptionDefaults.blockTags, '@fires', '@csspart', '@cssprop', '@slot'],
  skipErrorChecking: true, // `npm run typecheck` does that
  treatWarningsAsErrors: true,
  validation: { notExported: false, invalidLink: true, notDocumented: false },
};
