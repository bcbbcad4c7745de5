import { applyVariant, type Scenario } from '@hallsim/scenario';

/** A variant that the scenario does not have was asked for. */
export class UnknownVariantError extends RangeError {
  readonly variant: string;
  readonly known: readonly string[];

  constructor(variant: string, known: readonly string[]) {
    const list = known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has no variants.';
    super(`The scenario has no variant "${variant}". ${list}`);
    this.name = 'UnknownVariantError';
    this.variant = variant;
    this.known = known;
  }
}

/**
 * The scenario with a variant applied; `base` is the scenario itself.
 * @throws UnknownVariantError; RangeError for a variant that gives no valid scenario
 */
export function withVariant(scenario: Scenario, variant: string): Scenario {
  if (variant === 'base') return scenario;
  const known = Object.keys(scenario.variants ?? {});
  if (!known.includes(variant)) throw new UnknownVariantError(variant, known);
  const applied = applyVariant(scenario, variant);
  if (applied.ok) return applied.scenario;
  const list = applied.issues.map((issue) => `${issue.path}: ${issue.message.en}`).join('\n');
  throw new RangeError(`The variant "${variant}" does not give a valid scenario:\n${list}`);
}
