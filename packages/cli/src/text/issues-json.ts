import type { Issue } from '@hallsim/scenario';

/**
 * The document `hallsim-issues/1`: what is wrong with the input. Notes are no faults, so they stand
 * apart: a file without issues is valid.
 */
export function issuesJson(issues: readonly Issue[], notes: readonly Issue[] = []): string {
  return `${JSON.stringify({ format: 'hallsim-issues/1', issues, notes }, null, 2)}\n`;
}
