import { estimateChange, halfWidths } from './estimate.js';
import type { Scope } from './scopes.js';
import type { ChangeValue, MeasureValue } from './summary-json.js';

/** What changes are held against. */
interface Context {
  readonly confidence: number;
  /** Variants that are compared with the base at the same time. */
  readonly variants: number;
  readonly days: number;
}

/** How every measure changed, what is certain beside the other variants, and what pairing was worth. */
export function changesOf(
  base: Scope,
  variant: Scope,
  { confidence, variants, days }: Context,
): Record<string, ChangeValue> {
  const changes = estimateChange(base, variant, confidence);
  const joint = estimateChange(base, variant, 1 - (1 - confidence) / variants);
  const [before, after] = [halfWidths(base, confidence), halfWidths(variant, confidence)];
  return Object.fromEntries(
    Object.entries(changes).map(([id, change]) => {
      const together = joint[id]!;
      const { low, high } = together;
      return [
        id,
        {
          ...change,
          joint: low === null || high === null ? null : { low, high },
          pairing: pairing(before.get(id), after.get(id), change),
          moreDays: moreDays(together, days),
        },
      ];
    }),
  );
}

function pairing(
  before: number | undefined,
  after: number | undefined,
  { low, high }: MeasureValue,
): number | null {
  if (before === undefined || after === undefined || low === null || high === null) return null;
  const half = (high - low) / 2;
  return half > 0 ? (before * before + after * after) / (half * half) : null;
}

function moreDays({ value, low, high }: MeasureValue, days: number): number | null {
  if (value === null || low === null || high === null || value === 0) return null;
  const towardsNone = value > 0 ? value - low : high - value;
  const needed = days * (towardsNone / value) * (towardsNone / value);
  return Math.max(0, Math.ceil(needed) - days);
}
