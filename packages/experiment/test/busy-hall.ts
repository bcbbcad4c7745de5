import { defineScenario, mergePatch, type Scenario } from '@hallsim/scenario';

/** A hall in which everything happens: kiosks that fail, two classes, people who leave, an early crowd. */
export const busy: Scenario = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '12:00', lastTicket: '11:50' },
  demand: {
    perDay: '170',
    profile: { '09:00': '30%', '10:00': '50%', '11:00': '20%' },
    beforeOpening: '4%',
    busyDay: { cv: 0.1 },
    dayTypes: { normal: {}, quiet: { volume: '20%' }, nobody: { volume: '0%' } },
  },
  customers: {
    general: {
      share: '85%',
      patience: { lognormal: { mean: '20 min', cv: 0.8 } },
      balks: { guess: { half: '25 min', scale: '5 min' } },
    },
    vip: { share: '15%', headStart: '10 min' },
  },
  services: {
    pay: { share: '70%', time: { lognormal: { mean: '4 min', cv: 0.6 } } },
    plan: { share: '30%', time: { gamma: { mean: '8 min', cv: 0.5 } } },
  },
  counters: {
    all: { count: 4, skills: ['pay', 'plan'], open: { usual: { '09:00': 2, '10:00': 3 } } },
    cash: { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } },
  },
  kiosks: {
    count: 2,
    services: { pay: { time: { lognormal: { mean: '2 min', cv: 0.5 } } } },
    willing: '30%',
    succeeds: '85%',
  },
  targets: { 'service-level': { within: '8 min' } },
  run: { replications: 30, seed: 'busy', confidence: '90%' },
  variants: {
    'one-more': { change: { counters: { all: { open: { usual: { '10:00': 4 } } } } } },
    'no-kiosks': { change: { kiosks: null } },
  },
});

/** That hall with something changed, as a merge patch. */
export const changed = (patch: object): Scenario =>
  defineScenario(mergePatch(busy, patch) as Scenario);
