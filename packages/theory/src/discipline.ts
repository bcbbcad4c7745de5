/** Who is called next: first come, last come, or a customer at random. */
export type Discipline = 'fifo' | 'lifo' | 'random';

/**
 * How much larger E[W²] is than first come, first served makes it, for exponential service: the
 * mean wait is the same, its spread is not. 1 for fifo, 1 / (1 - ρ) for lifo (not preemptive),
 * 2 / (2 - ρ) for random (L. Takács, Bell Syst. Tech. J. 42 (1963) 487-503; for c servers too,
 * since a line of M/M/c moves like one of M/M/1 while all are busy).
 */
export function secondMomentFactor(discipline: Discipline, utilisation: number): number {
  switch (discipline) {
    case 'fifo':
      return 1;
    case 'lifo':
      return 1 / (1 - utilisation);
    case 'random':
      return 2 / (2 - utilisation);
  }
}
