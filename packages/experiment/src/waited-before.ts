import type { Demand } from '@hallsim/hall';

/** Minutes that somebody had waited who held a ticket on coming to the door; 0 for everybody else. */
export function waitedBefore({ arrivedAt, since }: Demand, visit: number): number {
  if (since === null) return 0;
  const from = since[visit]!;
  return from === from ? arrivedAt[visit]! - from : 0;
}
