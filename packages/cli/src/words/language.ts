/** Languages the command line speaks. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The language to speak: `--lang` where the command line has it, else what the system says
 * (`LC_ALL`, `LC_MESSAGES`, `LANG`, the first that is set), else English. Needed before the command
 * line is read, because its faults are worded too; a wrong `--lang` is found out later.
 */
export function chosenLanguage(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = options[at]?.startsWith('--lang=')
    ? options[at].slice('--lang='.length)
    : at >= 0
      ? options[at + 1]
      : undefined;
  if (asked === 'en' || asked === 'zh') return asked;
  const system = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh\b|^zh_/i.test(system) ? 'zh' : 'en';
}
