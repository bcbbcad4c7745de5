import type { Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { guestsOf, hall } from '../test/hand-made-day.js';
import { compile } from './compile.js';
import { drawDemand } from './draw-demand.js';
import { runDay } from './day.js';
import { type HostRules, RuleError, UnknownRuleError } from './host-rules.js';
import { visitRecords } from './visit-record.js';

/** When each guest is served, minutes after nine; `null` for who is not served at a counter. */
function starts(
  scenario: Scenario,
  rules: HostRules,
  guests: readonly string[],
): (number | null)[] {
  const model = compile(scenario, { rules });
  const demand = guestsOf(model, guests);
  return [...visitRecords(model, demand, runDay(model, demand))].map(({ start }) =>
    start === null ? null : start - 540,
  );
}

const twoClasses = {
  customers: { general: { share: '50%' }, elder: { share: '50%' } },
};
const guests = ['09:00', '09:01', '09:02 pay elder', '09:03'];
const custom = (rules: object, more: object = {}): Scenario =>
  hall({ ...twoClasses, ...more, rules: { custom: rules } });

describe('a discipline of one’s own', () => {
  const elders: HostRules = {
    discipline: {
      'elders-first': ({ customer, arrivedAt }) => (customer === 'elder' ? 0 : arrivedAt),
    },
  };

  test('calls who has the smallest rank, of equal ranks who came first', () => {
    expect(starts(custom({ discipline: 'elders-first' }), elders, guests)).toEqual([0, 10, 5, 15]);
    const all: HostRules = { discipline: { same: () => 1 } };
    expect(starts(custom({ discipline: 'same' }), all, guests)).toEqual([0, 5, 10, 15]);
  });

  test('that gives no number stops the day and says which rule, when and about whom', () => {
    const broken: HostRules = { discipline: { broken: () => NaN } };
    const run = (): unknown => starts(custom({ discipline: 'broken' }), broken, guests);
    expect(run).toThrow(RuleError);
    expect(run).toThrow(
      'The discipline rule "broken" gave NaN for a rank; a rank is a number, asked about customer base/09:00/0/0 at minute 545 (09:05).',
    );
  });

  test('that fails stops the day with what it said', () => {
    const failing: HostRules = {
      discipline: {
        failing: () => {
          throw new Error('no such table');
        },
      },
    };
    expect(() => starts(custom({ discipline: 'failing' }), failing, guests)).toThrow(
      'failed (no such table)',
    );
  });
});

describe('a calling rule of one’s own', () => {
  const two = {
    services: {
      pay: { share: '50%', time: { fixed: '5 min' } },
      plan: { share: '50%', time: { fixed: '5 min' } },
    },
    customers: { general: { share: '50%' }, elder: { share: '50%', priority: 'strict' } },
    counters: { desk: { skills: ['pay', 'plan'] } },
  };

  test('chooses among those who are first in their lines', () => {
    const last: HostRules = { calling: { 'last-line': (offers) => offers.length - 1 } };
    const came = ['09:00', '09:01', '09:02 pay elder', '09:03'];
    expect(
      starts(hall({ ...two, rules: { custom: { calling: 'last-line' } } }), last, came),
    ).toEqual([0, 10, 5, 15]);
    const first: HostRules = {
      calling: { general: (offers) => offers.findIndex(({ customer }) => customer === 'general') },
    };
    const patient = ['09:00', '09:01', '09:02 pay elder'];
    expect(
      starts(
        hall({ ...two, rules: { custom: { calling: 'general' } } }),
        first,
        patient.slice(0, 2),
      ),
    ).toEqual([0, 5]);
  });

  test('that chooses what is not on offer stops the day', () => {
    const wrong: HostRules = { calling: { wrong: () => 7 } };
    expect(() => starts(custom({ calling: 'wrong' }), wrong, guests)).toThrow(
      'The calling rule "wrong" chose 7 of 1 offers, numbered from 0',
    );
    for (const choice of ['0', 'length', 0.5, null, undefined]) {
      const strange = { calling: { wrong: () => choice } } as unknown as HostRules;
      expect(() => starts(custom({ calling: 'wrong' }), strange, guests)).toThrow(RuleError);
    }
  });
});

describe('a service time of one’s own', () => {
  test('replaces the drawn minutes', () => {
    const rules: HostRules = {
      serviceTime: {
        hurry: (minutes, _customer, _group, { waiting }) => (waiting > 1 ? minutes / 2 : minutes),
      },
    };
    expect(starts(custom({ serviceTime: 'hurry' }), rules, guests)).toEqual([0, 5, 7.5, 12.5]);
  });

  test('below zero or without end stops the day', () => {
    for (const minutes of [-1, Infinity, NaN]) {
      const rules: HostRules = { serviceTime: { wrong: () => minutes } };
      expect(() => starts(custom({ serviceTime: 'wrong' }), rules, guests)).toThrow(RuleError);
    }
  });
});

describe('a diversion of one’s own', () => {
  const kiosk = { kiosks: { count: 1, services: { pay: { time: { fixed: '3 min' } } } } };

  test('sends to the kiosks whom it wants there', () => {
    const rules: HostRules = { diversion: { elders: ({ customer }) => customer === 'elder' } };
    expect(starts(custom({ diversion: 'elders' }, kiosk), rules, guests)).toEqual([0, 5, null, 10]);
  });

  test('sends into a line of any length, but nobody into a full hall', () => {
    const rules: HostRules = { diversion: { everybody: () => true } };
    // when each tries the kiosk; null for who goes to the counter
    const triesOf = (more: object): (number | null)[] => {
      const scenario = custom({ diversion: 'everybody' }, { ...kiosk, ...more });
      const model = compile(scenario, { rules });
      const demand = guestsOf(model, guests);
      const visits = [...visitRecords(model, demand, runDay(model, demand))];
      return visits.map(({ kioskStart }) => (kioskStart === null ? null : kioskStart - 540));
    };
    const noLine = { kiosks: { ...kiosk.kiosks, lineUpTo: 0 } };
    expect(triesOf(noLine)).toEqual([0, 3, 6, 9]);
    expect(triesOf({ ...noLine, space: { seats: 1, standing: 0 } })).toEqual([0, 3, null, 6]);
  });

  test('that gives neither true nor false stops the day', () => {
    const rules = { diversion: { vague: () => 'perhaps' } } as unknown as HostRules;
    expect(() => starts(custom({ diversion: 'vague' }, kiosk), rules, guests)).toThrow(
      'gave perhaps instead of true or false',
    );
  });
});

describe('rules of the host', () => {
  test('that the scenario names and nobody provides are refused by path, id and what there is, all at once', () => {
    expect(() => compile(custom({ discipline: 'mine' }))).toThrow(UnknownRuleError);
    expect(() => compile(custom({ discipline: 'mine' }))).toThrow(
      'rules.custom.discipline: there is no rule "mine". None is provided: give the module that exports it.',
    );
    const other: HostRules = { discipline: { yours: () => 0 } };
    expect(() => compile(custom({ discipline: 'mine' }), { rules: other })).toThrow(
      'There are: yours.',
    );
    expect(() =>
      compile(custom({ discipline: 'mine', calling: 'first', serviceTime: 'quick' }), {
        rules: { calling: { first: () => 0 } },
      }),
    ).toThrow(/discipline: there is no rule "mine".*\n.*serviceTime: there is no rule "quick"/);
    expect(() => compile(custom({ discipline: 'constructor' }), { rules: other })).toThrow(
      UnknownRuleError,
    );
  });

  test('draw chance of the customer’s own, the same in every variant, whatever else they do', () => {
    const drawn = (count: number): Map<string, number> => {
      const seen = new Map<string, number>();
      const rules: HostRules = {
        serviceTime: {
          look: (minutes, customer) => {
            seen.set(customer.demand, customer.draw('mood'));
            return minutes;
          },
        },
      };
      const scenario = custom(
        { serviceTime: 'look' },
        {
          demand: { arrivals: { '09:00': '30 per hour' } },
          counters: { desk: { count, open: { usual: { '09:00': count } } } },
        },
      );
      const model = compile(scenario, { rules });
      runDay(model, drawDemand(model, { seed: 'draws', replication: 0 }));
      return seen;
    };
    const [one, three] = [drawn(1), drawn(3)];
    expect(one.size).toBeGreaterThan(20);
    expect(new Set(one.values()).size).toBe(one.size);
    for (const [customer, value] of one) expect(three.get(customer)).toBe(value);
  });
});
