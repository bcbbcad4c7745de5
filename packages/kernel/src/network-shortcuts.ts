import { type Shortcut, toEnd } from './network-course.js';
import { FirstComeRun, isFirstCome } from './network-first-come.js';
import { isRecursive, runRecursion } from './network-recursion.js';

/** The fastest first. */
export const SHORTCUTS: readonly Shortcut[] = [
  { fits: isRecursive, run: runRecursion },
  { fits: isFirstCome, run: (start) => toEnd(new FirstComeRun(start), start) },
];
