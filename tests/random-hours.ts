import fc from 'fast-check';
import { byId, clockOf, type Json, maybe, merged } from './random-parts.js';

/** Random opening hours, and things that have a time of day; see random-hall.ts. */
export interface Hours {
  readonly day: Json;
  readonly opens: number;
  readonly closes: number;
}

const lastTicket = (closes: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: 30 }).map((before) => clockOf(closes - before));

export function hours(): fc.Arbitrary<Hours> {
  const plain = fc.tuple(fc.integer({ min: 32, max: 40 }), fc.integer({ min: 4, max: 20 }));
  const span = plain.map(([start, quarters]) => {
    return { opens: 15 * start, closes: 15 * (start + quarters) };
  });
  const atClose = maybe('waitingAtClose', fc.constantFrom('serve', 'turn-away'));
  const oneStretch = span.chain(({ opens, closes }) =>
    merged(
      atClose,
      fc.constant({ opens: clockOf(opens), closes: clockOf(closes) }),
      maybe('lastTicket', lastTicket(closes)),
    ).map((day) => ({ day, opens, closes })),
  );
  const withLunch = span.chain(({ opens, closes }) =>
    fc
      .tuple(
        merged(atClose, maybe('lastTicket', lastTicket(closes))),
        fc.uniqueArray(fc.integer({ min: opens + 1, max: closes - 1 }), {
          minLength: 2,
          maxLength: 2,
        }),
      )
      .map(([day, lunch]) => {
        const [from, to] = lunch.sort((a, b) => a - b) as [number, number];
        const periods = [
          { from: clockOf(opens), to: clockOf(from) },
          { from: clockOf(to), to: clockOf(closes) },
        ];
        return { day: { ...day, hours: periods }, opens, closes };
      }),
  );
  const endless = fc
    .tuple(atClose, maybe('warmUp', fc.constant('45 min')), fc.integer({ min: 1, max: 5 }))
    .map(([atEnd, warm, n]) => ({
      day: { ...atEnd, ...warm, lasts: `${n} h` },
      opens: 0,
      closes: 60 * n,
    }));
  return fc.oneof(
    { weight: 3, arbitrary: oneStretch },
    { weight: 2, arbitrary: withLunch },
    { weight: 1, arbitrary: endless },
  );
}

/** A map from a few times of the day, the opening always among them, to something. */
export function steps<T>(
  { opens, closes }: Hours,
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Record<string, T>> {
  return fc
    .uniqueArray(fc.integer({ min: opens, max: closes - 1 }), { maxLength: 3 })
    .chain((times) => byId([...new Set([opens, ...times])].map(clockOf), value));
}

/** Whether the doors are open at a clock time: there a share of the day has somebody to come. */
export function isOpenAt({ day }: Hours, time: string): boolean {
  const periods = (day.hours ?? [{ from: '00:00', to: '48:00' }]) as { from: string; to: string }[];
  return periods.some(({ from, to }) => from <= time && time < to);
}

export function period({ opens, closes }: Hours): fc.Arbitrary<{ from: number; to: number }> {
  return fc
    .uniqueArray(fc.integer({ min: opens, max: closes }), { minLength: 2, maxLength: 2 })
    .map((ends) => ({ from: Math.min(...ends), to: Math.max(...ends) }));
}

export const written = ({ from, to }: { from: number; to: number }): Json => ({
  from: clockOf(from),
  to: clockOf(to),
});
