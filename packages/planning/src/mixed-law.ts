import { hyperexponential, type Law } from '@hallsim/theory';

/** One law among several. */
export interface Part {
  /** Chance of it; the chances add up to 1. */
  readonly share: number;
  readonly law: Law;
}

/** The time of a customer who is of each class with a chance: what servers meet who serve all classes alike. */
export function mixedLaw(parts: readonly Part[]): Law {
  const [first, ...others] = parts;
  if (first === undefined) throw new RangeError('a mixture needs at least one law');
  if (others.every(({ law }) => sameLaw(law, first.law))) return first.law;
  if (parts.every(({ law }) => law.family === 'exponential')) {
    return hyperexponential(
      parts.map(({ share, law }) => ({ probability: share, mean: law.mean })),
    );
  }
  const mix = (value: (law: Law) => number): number =>
    parts.reduce((sum, { share, law }) => sum + share * value(law), 0);
  const mean = mix((law) => law.mean);
  return {
    family: 'mixture',
    mean,
    scv: Math.max(0, mix((law) => law.moment(2)) / (mean * mean) - 1),
    moment: (k) => mix((law) => law.moment(k)),
    cdf: (t) => mix((law) => law.cdf(t)),
    survival: (t) => mix((law) => law.survival(t)),
    equilibriumSurvival: (t) => mix((law) => law.mean * law.equilibriumSurvival(t)) / mean,
    transform: (s) => mix((law) => law.transform(s)),
    expect: (g, breaks) => mix((law) => law.expect(g, breaks)),
    breaks: [...new Set(parts.flatMap(({ law }) => law.breaks))].sort((a, b) => a - b),
  };
}

/** Whether two laws are one: families are told apart by three moments. */
export function sameLaw(a: Law, b: Law): boolean {
  return (
    a === b ||
    (a.family === b.family && a.mean === b.mean && a.scv === b.scv && a.moment(3) === b.moment(3))
  );
}
