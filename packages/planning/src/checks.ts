import type { Bilingual, Issue } from '@hallsim/scenario';

/** What is wrong, and the way out. */
export interface Said {
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

/** The words of an issue. */
export function said(en: string, zh: string, fixEn: string, fixZh: string): Said {
  return { message: { en, zh }, fix: { en: fixEn, zh: fixZh } };
}

/** Takes note of what is wrong with a question. */
export interface Checks {
  readonly issues: Issue[];
  readonly add: (path: string, value: unknown, said: Said) => void;
  /** A whole number within bounds; without a value the default, and where there is none an issue. */
  readonly whole: (
    path: string,
    value: unknown,
    least: number,
    most: number,
    otherwise?: number,
  ) => number;
}

/** An empty list of issues and what fills it. */
export function issuesOf(): Checks {
  const issues: Issue[] = [];
  const add: Checks['add'] = (path, value, { message, fix }) => {
    const shown = typeof value === 'object' ? null : (value ?? null);
    issues.push({ code: 'queue', path, line: null, value: shown, message, fix });
  };
  return {
    issues,
    add,
    whole(path, value, least, most, otherwise) {
      if (value === undefined && otherwise !== undefined) return otherwise;
      if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) {
        return Number(value);
      }
      add(path, value, {
        message:
          value === undefined
            ? { en: 'It is missing.', zh: '缺少此项。' }
            : { en: `"${shownValue(value)}" will not do.`, zh: `“${shownValue(value)}” 不可用。` },
        fix: {
          en: `Write a whole number from ${least} to ${most}.`,
          zh: `请写 ${least} 至 ${most} 的整数。`,
        },
      });
      return otherwise ?? least;
    },
  };
}

/** A value as far as it may stand in a message. */
export function shownValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '[…]' : '{…}';
  const text = String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
