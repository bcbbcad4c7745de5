import { Converter, OptionDefaults, ReflectionKind } from 'typedoc';

const packages = ['elements', 'experiment', 'hall', 'kernel', 'scenario', 'stats'];

/** Every element has `styles` with a comment inherited from Lit: of no use to a reader. */
function withoutStyles({ converter }) {
  converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const property of project.getReflectionsByKind(ReflectionKind.Property))
      if (property.name === 'styles' && property.flags.isStatic) project.removeReflection(property);
  });
}

/** The API reference: Markdown for VitePress, from the doc comments of what each package exports. */
export default {
  plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme', withoutStyles],
  entryPoints: packages.map((name) => `../packages/${name}/src/index.ts`),
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
