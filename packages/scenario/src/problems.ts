import type { Problem } from './issue.js';
import { collector } from './issue.js';
import { checkMeaning } from './checks/all.js';
import { checkStructure } from './structure.js';

/** Problems of one document of the current format, its variants left aside. */
export function problemsOf(document: unknown): readonly Problem[] {
  const { problems, report } = collector();
  checkStructure(document, report);
  checkMeaning(document, report);
  return problems;
}
