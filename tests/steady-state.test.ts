import { defineScenario } from '@hallsim/scenario';
import { NoSteadyStateError, simulate, type SteadyState, steadyState } from '@hallsim/experiment';
import { erlangC } from '@hallsim/theory';
import { describe, expect, test } from 'vitest';

/** Two counters, service of 5 min on average, 18 customers an hour: M/M/2 at a load of 75 %. */
const line = (lasts: `${number} h`, arrivals: `${number} per hour` = '18 per hour') =>
  defineScenario({
    format: 'service-hall/1',
    day: { lasts },
    demand: { arrivals: { '00:00': arrivals } },
    services: { errand: { share: '100%', time: { exponential: '5 min' } } },
    customers: { everyone: { share: '100%' } },
    counters: {
      desk: { count: 2, skills: ['errand'], open: { usual: { '00:00': 2 } } },
    },
  });
const exact = erlangC(2, 1.5) / (2 / 5 - 0.3);

describe('the steady state of a hall that goes on for ever', () => {
  test('its mean wait is that of Erlang C: intervals of 95 % of runs of 18,000 waits hold it nine times in ten', async () => {
    const hall = line('1000 h');
    const answers: SteadyState[] = [];
    for (let run = 0; run < 30; run++) {
      answers.push(await steadyState(hall, { seed: `steady/${run}` }));
    }
    const holds = answers.filter(({ wait: { low, high } }) => low! <= exact && exact <= high!);
    const mean = answers.reduce((sum, { wait }) => sum + wait.value!, 0) / answers.length;
    // 178 of 200 did, less 3 binomial standard errors
    expect(holds.length).toBeGreaterThanOrEqual(22);
    // 3 standard errors: a run is off by some 6 %
    expect(Math.abs(mean / exact - 1), `${mean} beside ${exact}`).toBeLessThan(0.033);
    for (const { waits, warmUp } of answers) expect(waits + warmUp.waits!).toBeGreaterThan(17_000);
  });

  test('a run that begins with too many customers is cut behind the line they make', async () => {
    const hall = line('1000 h');
    const arrivals = { '00:00': '60 per hour', '05:00': '18 per hour' } as const;
    const crowd = { ...hall, demand: { arrivals } };
    const { warmUp, wait } = await steadyState(crowd, { seed: 'crowd' });
    // 5 hours bring 300, of whom 120 are served meanwhile; the others are gone 180 / (24 - 18) = 30 hours later
    expect(warmUp.minutes! / 60).toBeGreaterThan(25);
    expect(warmUp.minutes! / 60).toBeLessThan(60);
    // two standard errors of a run as long
    expect(Math.abs(wait.value! / exact - 1), `${wait.value} beside ${exact}`).toBeLessThan(0.2);
    const plain = await simulate(crowd, { replications: 1, seed: 'crowd' });
    expect(plain.measures['counter.wait.mean']!.value).toBeGreaterThan(1.5 * exact);
  });

  test('too short a run has no value, and says why; batches too short say so', async () => {
    expect(await steadyState(line('2 h'))).toMatchObject({
      wait: { value: null, low: null, high: null, reason: 'few-values' },
      warmUp: { waits: null, minutes: null, reason: 'few-values' },
      longEnough: false,
    });
    expect(await steadyState(line('2 h', '0 per hour'))).toMatchObject({
      wait: { value: null, reason: 'nothing-observed' },
    });
    const busy = await steadyState(line('60 h', '23 per hour'), { seed: 'busy' });
    expect(busy).toMatchObject({ longEnough: false });
  });

  test('it stops after the run that is on, and says what was finished', async () => {
    const hall = line('60 h');
    const whole = await steadyState(hall, { seed: 'stop' });
    const after = async (most: number): Promise<SteadyState> => {
      let done = 0;
      const signal = {
        get aborted() {
          return done >= most;
        },
      };
      return steadyState(hall, { seed: 'stop', signal, onRuns: (runs) => (done = runs) });
    };
    expect(whole.run).toMatchObject({ runs: 5, complete: true, minutes: 3600 });
    const [none, one, two] = await Promise.all([after(0), after(1), after(2)]);
    expect(none).toMatchObject({ run: { runs: 0, complete: false }, wait: { value: null } });
    // nothing says yet where its warm-up ends
    expect(one).toMatchObject({ run: { runs: 1, complete: false }, wait: { value: null } });
    expect(two).toMatchObject({ run: { runs: 2, complete: false } });
    expect(two.wait.value).not.toBeNull();
    expect(await after(6)).toEqual(whole);
  });

  test('a hall that closes has none, and options out of range are refused', async () => {
    const closes = { ...line('2 h'), day: { opens: '09:00', closes: '17:00' } } as const;
    await expect(steadyState(closes)).rejects.toThrow(NoSteadyStateError);
    await expect(steadyState(line('2 h'), { batches: 9 })).rejects.toThrow(/10 to 30, not 9/);
    await expect(steadyState(line('2 h'), { confidence: 95 })).rejects.toThrow(/not 95/);
    await expect(steadyState(line('2 h'), { variant: 'x' })).rejects.toThrow(/no variant "x"/);
  });
});
