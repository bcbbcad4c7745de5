import type { RuleModule, StopSignal } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';

/** One counter line of a day, with variants that differ in their counters. */
export const hall = {
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '17:00' },
  demand: { perDay: '240', profile: { '09:00': '50%', '13:00': '50%' } },
  customers: { all: { share: '100%', patience: { exponential: '30 min' } } },
  services: { pay: { share: '100%', time: { exponential: '6 min' } } },
  counters: { main: { count: 9, skills: ['pay'], open: { all: { '09:00': 4 } } } },
  targets: { 'service-level': { within: '5 min', atLeast: '85%' } },
  variants: Object.fromEntries(
    [3, 5, 6].map((n) => [
      `with-${n}`,
      { change: { counters: { main: { open: { all: { '09:00': n } } } } } },
    ]),
  ),
} as unknown as Scenario;

/** The same with times of service that a rule of the host halves, and the module that has it. */
export const ruledHall: Scenario = { ...hall, rules: { custom: { serviceTime: 'quick' } } };
const code = 'export const serviceTime = { quick: (minutes) => minutes / 2 };';
export const quick: RuleModule = {
  url: `data:text/javascript,${encodeURIComponent(code)}`,
  hash: 'sha256:quick',
};

/** A signal that tells to stop once it has been looked at so many times. */
export function stopAfter(looks: number): StopSignal {
  let left = looks;
  return {
    get aborted(): boolean {
      return left-- <= 0;
    },
  };
}
