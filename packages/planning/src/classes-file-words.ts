import type { Issue } from '@hallsim/scenario';
import { type Said, said } from './checks.js';

const OTHER_FILE = ['Check that this is a file of classes.', '请确认这是客户类别文件。'] as const;

/** What a fault of a file means where the file holds classes and no scenario, by code. */
const WORDS: Readonly<Record<string, Partial<Said>>> = {
  'file-too-large': said(
    'The file is too large; one of classes has a few kB.',
    '文件过大，而客户类别文件通常只有几 kB。',
    ...OTHER_FILE,
  ),
  'empty-file': {
    fix: {
      en: 'Write { "ID": { "arrivals": "20 per hour", "service": "exponential 5 min" }, … }.',
      zh: '请写成 { "ID": { "arrivals": "20 per hour", "service": "exponential 5 min" }, … }。',
    },
  },
  'json-comment': { fix: { en: 'Delete it.', zh: '请删除。' } },
  'too-deep': { fix: { en: OTHER_FILE[0], zh: OTHER_FILE[1] } },
  'too-many-values': { fix: { en: OTHER_FILE[0], zh: OTHER_FILE[1] } },
};

/** An issue of any JSON file in the words of a file of classes. */
export function ofClassesFile(issue: Issue): Issue {
  return { ...issue, ...WORDS[issue.code] };
}
