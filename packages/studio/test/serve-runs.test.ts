import { simulate } from '@hallsim/experiment';
import { expect, test } from 'vitest';
import { firstDocument } from '../src/document/built-in-halls.js';
import type { Answer, RunRequest } from '../src/simulation/protocol.js';
import { serveRuns } from '../src/simulation/serve-runs.js';

const request: RunRequest = {
  id: 1,
  scenario: firstDocument().scenario,
  variant: null,
  day: 'billing-day',
  seed: 'test',
  replications: 60,
};

/** Runs requests one after the other without waiting, until the last has all its days. */
async function answers(...requests: RunRequest[]): Promise<Answer[]> {
  const last = requests.at(-1)?.id;
  return new Promise((resolve) => {
    const all: Answer[] = [];
    const serve = serveRuns((answer) => {
      all.push(answer);
      const over = answer.type !== 'picture' || answer.picture.complete;
      if (answer.id === last && over) resolve(all);
    });
    requests.forEach(serve);
  });
}

const days = (all: Answer[]) =>
  all.map((answer) => (answer.type === 'picture' ? answer.picture.days : answer.type));

test('a picture of few days comes first, then that of all days', async () => {
  expect(days(await answers(request))).toEqual([10, 40, 60]);
});

test('a newer request silences the older', async () => {
  const all = await answers(request, { ...request, id: 2, seed: 'newer' });
  expect(all.map(({ id }) => id)).toEqual([2, 2, 2]);
});

test('the numbers are those of the library', async () => {
  const all = await answers(request);
  const last = all.at(-1);
  const { seed, replications } = request;
  const direct = await simulate(request.scenario, { day: 'billing-day', seed, replications });
  expect(last?.type === 'picture' && last.picture.base).toEqual(direct);
});

test('a variant comes beside the base, with its paired changes', async () => {
  const [first] = await answers({ ...request, variant: 'two-more-kiosks' });
  if (first?.type !== 'picture') throw new Error('no picture');
  const { base, variant } = first.picture;
  expect(base.run.variant).toBe('base');
  expect(variant?.summary.run.variant).toBe('two-more-kiosks');
  expect(variant?.change['hall.came']?.value).toBe(0);
});

test('a run that cannot be made says why', async () => {
  const [answer] = await answers({ ...request, day: 'no-such-day' });
  expect(answer).toMatchObject({ type: 'failed', id: 1 });
  expect(answer?.type === 'failed' && answer.message).toContain('no-such-day');
});

test('who waits for which counters is told when all days are done', async () => {
  const told = await new Promise<Answer>((resolve) => {
    const serve = serveRuns((answer) => {
      if (answer.type === 'lines') resolve(answer);
    });
    serve(request);
  });
  expect(told.type === 'lines' && told.lines?.groups.map(({ group }) => group)).toEqual([
    'gen',
    'biz',
    'vip',
  ]);
});
