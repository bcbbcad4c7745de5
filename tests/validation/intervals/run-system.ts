import { queueFormula, queueMeasures, simulateQueue } from '@hallsim/planning';
import type { System } from './systems.js';

export type Kind = 'mean' | 'share' | 'quantile' | 'variance';

/** A number of a system that its formula knows. */
export interface Known {
  /** Id of the answer; of a class with its name in front, such as `first wait.mean`. */
  readonly id: string;
  readonly kind: Kind;
  readonly exact: number;
}

/** How often the intervals of one number held the exact value. */
export interface Held {
  readonly held: number;
  /** Intervals that lie below the exact value, or above it; what is left had no interval. */
  readonly below: number;
  readonly above: number;
  /** Sum of the intervals' widths, as parts of the exact value. */
  readonly widths: number;
}

/** The runs from one seed to another. */
export interface Batch extends Exact {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** In the order of `known`. */
  readonly held: readonly Held[];
  /** Ends of all intervals of the first of these runs, in the order of `known`. */
  readonly first: readonly (readonly [number | null, number | null])[];
}

/** The seed of a run: system, number of the run and the salt if there is one. Nobody chooses it. */
export const seedOf = (id: string, index: number, salt: string): string =>
  salt === '' ? `${id}/${index}` : `${id}/${index}/${salt}`;

function kindOf(id: string): Kind {
  if (id === 'wait.variance') return 'variance';
  if (/^wait\.p\d/.test(id)) return 'quantile';
  return /^(utilisation|wait\.probability|wait\.over|abandoned|blocked)$/.test(id)
    ? 'share'
    : 'mean';
}

/** The formula of a system, and all that it knows and that is not 0: what cannot happen needs no interval. */
export interface Exact {
  readonly formula: string;
  readonly known: readonly Known[];
}

/** May take seconds. */
export function exactOf({ id: system, queue }: System): Exact {
  const formula = queueFormula(queue);
  if (formula?.kind !== 'exact') throw new Error(`${system} has no exact formula`);
  const scopes = [['', formula.values] as const, ...Object.entries(formula.byClass)];
  const known = scopes.flatMap(([name, values]) =>
    Object.entries(values).flatMap(([id, exact]) =>
      exact === null || exact === 0
        ? []
        : [{ id: name === '' ? id : `${name} ${id}`, kind: kindOf(id), exact }],
    ),
  );
  return { formula: formula.name, known };
}

/** Ends of the intervals of one run, by the ids of {@link knownOf}. */
export async function intervalsOf(
  { id, queue }: System,
  index: number,
  salt: string,
): Promise<Map<string, readonly [number | null, number | null]>> {
  const { all, classes: samples } = await simulateQueue({
    ...queue,
    seed: seedOf(id, index, salt),
  });
  const scopes = [
    { name: '', sample: all, classes: queue.classes },
    ...Object.entries(samples).map(([name, sample]) => ({
      name: `${name} `,
      sample,
      classes: queue.classes.filter((one) => one.id === name),
    })),
  ];
  return new Map(
    scopes.flatMap(({ name, sample, classes }) =>
      queueMeasures({ ...queue, classes })
        .filter((measure) => !(name !== '' && measure.id === 'utilisation'))
        .map((measure) => {
          const { low, high } = measure.estimate(sample, queue.confidence);
          return [name + measure.id, [low, high]];
        }),
    ),
  );
}

/** Runs a system from one seed to another, the last not included. */
export async function runBatch(
  system: System,
  { formula, known }: Exact,
  from: number,
  to: number,
  salt: string,
): Promise<Batch> {
  const held = known.map(() => ({ held: 0, below: 0, above: 0, widths: 0 }));
  let first: Batch['first'] = [];
  for (let index = from; index < to; index++) {
    const found = await intervalsOf(system, index, salt);
    const ends = known.map(({ id }) => found.get(id)!);
    if (index === from) first = ends;
    known.forEach(({ exact }, i) => {
      const [low, high] = ends[i]!;
      if (low === null || high === null) return;
      const count = held[i]!;
      if (high < exact) count.below++;
      else if (low > exact) count.above++;
      else count.held++;
      count.widths += (high - low) / exact;
    });
  }
  return { id: system.id, formula, known, from, to, held, first };
}
