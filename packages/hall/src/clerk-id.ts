/**
 * What a clerk, or a counter of a group without clerks, is called in every answer: `GROUP-1`, `GROUP-2`, …
 * @param number from 0
 */
export function clerkId(group: string, number: number): string {
  return `${group}-${number + 1}`;
}
