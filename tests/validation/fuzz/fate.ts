import { simulate } from '@hallsim/experiment';
import {
  applyVariant,
  expectedCustomers,
  type Issue,
  parseScenario,
  type Scenario,
} from '@hallsim/scenario';

/** What becomes of a file: it ends in issues, or its days run to their end; a large one is not run. */
export type Fate = 'issues' | 'runs' | 'large';

/** More expected customers than this are legal, and not simulated here. */
const MOST = 50_000;

/**
 * @throws Error saying what is wrong, when neither is the case: an issue without words, a day that
 *   does not end, a number that is none.
 */
export async function fateOf(source: string | Uint8Array): Promise<Fate> {
  const result = parseScenario(source);
  requireWords(result.ok ? result.notes : result.issues);
  if (!result.ok) {
    if (result.issues.length === 0) throw new Error('neither a scenario nor an issue');
    return 'issues';
  }
  const variants = Object.keys(result.scenario.variants ?? {}).slice(0, 1);
  for (const variant of [undefined, ...variants]) {
    const arm = variant === undefined ? result : applyVariant(result.scenario, variant);
    if (!arm.ok) throw new Error(`variant ${variant} cannot be applied`);
    if (expectedCustomers(arm.scenario) > MOST) return 'large';
    await requireNumbers(arm.scenario);
  }
  return 'runs';
}

function requireWords(issues: readonly Issue[]): void {
  for (const { code, path, line, message, fix } of issues) {
    const place = `issue ${code} at ${path}`;
    if (line !== null && !(line >= 1)) throw new Error(`${place}: line ${line}`);
    for (const text of [message.en, message.zh, fix.en, fix.zh]) {
      // in quotation marks stands what the file says
      const own = text.replace(/".*"|“.*”/gs, '');
      if (text.length < 2 || /undefined|NaN|\[object/.test(own))
        throw new Error(`${place}: ${text}`);
    }
  }
  // What a program prints as JSON has to survive it.
  JSON.stringify(issues);
}

async function requireNumbers(scenario: Scenario): Promise<void> {
  const summary = await simulate(scenario, { replications: 2 });
  const { came, served, abandoned, balked, unserved, inside } = summary.conservation;
  if (inside !== 0 || came !== served + abandoned + balked + unserved) {
    throw new Error(`customers are lost: ${JSON.stringify(summary.conservation)}`);
  }
  if (!summary.run.complete) throw new Error('the days did not end');
  requireFinite(summary, 'summary');
}

function requireFinite(value: unknown, place: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${place} is ${value}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) requireFinite(inner, `${place}.${key}`);
}
