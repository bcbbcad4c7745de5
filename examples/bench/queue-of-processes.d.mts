import type { Simulation } from '@hallsim/kernel';

export function queueOfProcesses(
  kernel: { Simulation: typeof Simulation },
  queue: { seed: string; customers: number; arrivals: number; servers: number },
  seen: (wait: number) => void,
): void;
