// Shows: many billing days of the flagship hall, and what its kiosks are worth:
// the same customers without them.
// npm run build, then: node examples/flagship-day.mjs
import { readFileSync } from 'node:fs';
import { compare, simulate } from '@hallsim/experiment';
import { parseScenario } from '@hallsim/scenario';

const file = new URL('halls/flagship-telecom.json', import.meta.url);
const parsed = parseScenario(readFileSync(file));
if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message.en).join('\n'));

const study = { day: 'billing-day', replications: 50, seed: 'first' };
const text = ({ value, low, high, unit }) =>
  `${value.toFixed(3)} ${unit} (${low.toFixed(3)} to ${high.toFixed(3)})`;

const { measures } = await simulate(parsed.scenario, study);
console.log('in time, of everyone:', text(measures['hall.serviceLevel.everyone']));
console.log('counter wait, mean:', text(measures['counter.wait.mean']));

const { variants } = await compare(parsed.scenario, { ...study, variants: ['no-kiosks'] });
console.log('without kiosks:', text(variants['no-kiosks'].change['counter.wait.mean']), 'more');
