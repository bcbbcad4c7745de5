import { applyVariant, type Scenario, variantOf } from '@hallsim/scenario';

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

/** How a study comes by the scenario of a variant. */
export type ApplyVariant = (scenario: Scenario, variant: string) => Scenario;

/**
 * The scenario with a variant applied; `base` is the scenario itself.
 * @throws UnknownVariantError; RangeError for a variant that gives no valid scenario
 */
export function withVariant(scenario: Scenario, variant: string): Scenario {
  if (variant === 'base') return scenario;
  withCheckedVariant(scenario, variant);
  const applied = applyVariant(scenario, variant);
  if (applied.ok) return applied.scenario;
  const list = applied.issues.map((issue) => `${issue.path}: ${issue.message.en}`).join('\n');
  throw new RangeError(`The variant "${variant}" does not give a valid scenario:\n${list}`);
}

/**
 * The same of a scenario that was checked with its variants: they are not checked again.
 * @throws UnknownVariantError
 */
export function withCheckedVariant(scenario: Scenario, variant: string): Scenario {
  const applied = variantOf(scenario, variant);
  if (applied !== undefined) return applied;
  throw new UnknownVariantError(variant, Object.keys(scenario.variants ?? {}));
}
