import type { Mutant } from './world.js';

/** Cases that are asked about each wrong engine, where nobody says which: beginnings of ids. */
export const NOTICED_BY: Readonly<Record<Mutant, readonly string[]>> = {
  'fast-service': [
    'mmck-a-L',
    'erlb-a-carried',
    'hunt-a-X',
    'jack-a-T',
    'prer-a-T1',
    'hyst-a-c',
    'tick-a-2',
    'brk-a-T',
  ],
  'endless-patience': [
    'erla-a-Pw',
    'erla-a-Pab',
    'mmcd-a-Pw',
    'mmcw-a-Pw',
    'vip-a-6',
    'trace',
    'hand',
  ],
  'patience-at-closing': ['hand'],
  'patience-first': ['trace', 'hand'],
  'arrivals-first': ['trace', 'hand'],
  'staff-last': ['trace', 'hand'],
};
