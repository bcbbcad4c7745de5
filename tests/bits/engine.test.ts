import { compare } from '@hallsim/experiment';
import { compile, drawDemand, runDay, visitRecords } from '@hallsim/hall';
import { defineScenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts. The built-in halls are pinned beside
// this; here stands one hall with every rule and every spread that they do not use.

const everything = defineScenario({
  format: 'service-hall/1',
  day: {
    hours: [
      { from: '08:45', to: '12:00' },
      { from: '13:10', to: '17:00' },
    ],
    lastTicket: '16:50',
    waitingAtClose: 'turn-away',
  },
  demand: {
    perDay: '420',
    profile: { '08:45': '30%', '10:20': '30%', '13:10': '25%', '15:00': '15%' },
    beforeOpening: '5%',
    busyDay: { cv: 0.25 },
    dayTypes: {
      rush: {
        volume: '115%',
        mix: { a: '20%', b: '20%', c: '15%', d: '15%', e: '10%', f: '10%', g: '10%' },
        rushes: { sms: { from: '10:05', to: '10:50', adds: '40 per hour' } },
      },
    },
  },
  customers: {
    general: {
      share: '70%',
      patience: { weibull: { mean: '30 min', cv: 0.7 } },
      balks: { guess: { half: '30 min', scale: '6 min', floor: '1%' } },
    },
    vip: {
      share: '10%',
      priority: 'strict',
      patience: { hyperexponential: { mean: '25 min', cv: 1.5 } },
    },
    elder: { share: '20%', headStart: '6 min', balks: { whenWaiting: 20, chance: '40%' } },
  },
  services: {
    a: { share: '20%', time: { exponential: '4 min' } },
    b: { share: '20%', time: { erlang: { mean: '5 min', k: 3 } } },
    c: { share: '15%', time: { gamma: { mean: '8 min', cv: 1.4 } } },
    d: { share: '15%', time: { hyperexponential: { mean: '6 min', cv: 2 } } },
    e: { share: '10%', time: { weibull: { mean: '7 min', cv: 0.5 } } },
    f: { share: '10%', time: { uniform: { from: '2 min', to: '9 min' } } },
    g: { share: '10%', time: { measured: ['90 s', '4 min', '11 min'] } },
  },
  counters: {
    general: {
      count: 6,
      skills: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      open: { usual: { '08:45': 4, '10:00': 6, '11:40': 3, '13:10': 5, '16:00': 2 } },
    },
    quick: { count: 1, skills: ['a', 'b'], open: { usual: { '08:45': 1 } } },
    lounge: {
      count: 1,
      skills: ['c', 'd', 'e'],
      customers: ['vip'],
      open: { usual: { '08:45': 1 } },
    },
  },
  kiosks: {
    count: 2,
    services: {
      '*': { time: { lognormal: { mean: '3 min', cv: 0.5 } }, eligible: '80%' },
      a: { time: { fixed: '2 min' }, succeeds: '75%' },
    },
    willing: { general: '30%', elder: '10%' },
    greeter: { from: '09:30', to: '11:30', adds: { general: '25%' } },
    lineUpTo: 3,
    succeeds: '90%',
    keepsPlace: true,
  },
  variants: {
    serve: { change: { day: { waitingAtClose: 'serve' }, kiosks: { keepsPlace: false } } },
  },
});

function fingerprint(document: unknown): string {
  const text = JSON.stringify(document);
  const hash = new BitHash();
  for (let i = 0; i < text.length; i++) hash.add(text.charCodeAt(i));
  return hash.toString();
}

test('the visits of a hall with every rule have the same bits in every engine', () => {
  const model = compile(everything);
  const visits = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((replication) => {
    const demand = drawDemand(model, { seed: 'everything', replication });
    return [...visitRecords(model, demand, runDay(model, demand))];
  });
  const ends = new Set(visits.map(({ reason, channel }) => reason ?? channel));
  expect(ends).toEqual(new Set(['counter', 'kiosk', 'patience', 'line', 'last-ticket', 'closing']));
  expect(fingerprint(visits)).toBe('ea0e4f0d13c461ef');
});

test('a comparison says the same to the last digit in every engine', async () => {
  const { base, variants } = await compare(everything, {
    variants: ['serve'],
    replications: 25,
    seed: 'everything',
  });
  const { run: _base, ...before } = base;
  const { run: _variant, ...after } = variants['serve']!.summary;
  expect(fingerprint([before, after, variants['serve']!.change])).toBe('f8e76f2551ff2b38');
});
