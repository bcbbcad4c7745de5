import type { HallModel } from './model.js';

/**
 * Whether a hall has none of the rules by which what happens in it depends on more than lines, counters that are
 * open by the clock, kiosks and people's patience: its days can be told one stage after the other (`plain-day.ts`),
 * instead of moment by moment.
 */
export function isPlain(model: HallModel): boolean {
  return (
    model.discipline === 'by-place' &&
    model.freeCounter !== 'longest-idle' &&
    model.counterLines === null &&
    !model.numbersStay &&
    !model.countersTell &&
    model.space === null &&
    model.rules === null &&
    model.failures.length === 0 &&
    model.services.every(({ time, times }) => times.every((own) => own === time)) &&
    model.customers.every(({ balks }) => balks === null) &&
    model.groups.every(
      ({ clerks, elastic, helps }) => clerks === null && elastic === null && helps === null,
    )
  );
}
