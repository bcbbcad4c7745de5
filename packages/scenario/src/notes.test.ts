import { describe, expect, test } from 'vitest';
import { parseScenario } from './index.js';
import type { Issue } from './index.js';
import { briefly, changed, type Document } from './testing/documents.js';

function notesOf(document: Document): readonly Issue[] {
  const result = parseScenario(JSON.stringify(document));
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.notes;
}

const noKiosks = {
  kiosks: undefined,
  variants: undefined,
  'demand/arrivals': { '09:00': '6 per hour' },
};
const closed = { ...noKiosks, 'counters/front/open': { usual: { '09:00': 0 } } };
const shift = { from: '09:00', to: '17:00' };
const pool = (count: number, clerks: object): Document =>
  changed({
    ...noKiosks,
    'demand/dayTypes/normal/roster': undefined,
    counters: { count },
    staff: { all: { headcount: 2, skills: ['pay', 'plan'], shift, ...clerks } },
  });

describe('a hall where customers wait in vain', () => {
  test('is valid, and noted where no counter is ever open', () => {
    const [note, ...others] = notesOf(changed(closed));
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      code: 'never-open',
      path: 'counters',
      value: { front: { open: { usual: { '09:00': 0 } } } },
      message: { en: 'No counter is ever open: who needs one waits in vain.' },
    });
    expect(briefly(notesOf(pool(0, {})))).toEqual(['never-open counters']);
    expect(briefly(notesOf(pool(2, { headcount: 0 })))).toEqual(['never-open counters']);
    expect(briefly(notesOf(pool(2, { absent: '100%' })))).toEqual(['never-open counters']);
    expect(notesOf(pool(2, { absent: '99%' }))).toEqual([]);
  });

  test('is not noted where counters open later, beyond the roster, or only for who is still inside', () => {
    const front = 'counters/front/open';
    const elastic = { more: 1, opensWhen: { waiting: 3 }, closesWhen: { waiting: 0 } };
    const open = (steps: object): Document => ({ ...noKiosks, [front]: { usual: steps } });
    expect(notesOf(changed(open({ '09:00': 0, '16:00': 1 })))).toEqual([]);
    expect(notesOf(changed(open({ '17:00': 1 })))).toEqual([]);
    expect(notesOf(changed({ ...closed, 'counters/front/elastic': elastic }))).toEqual([]);
    const lunch = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ];
    const atLunch = open({ '09:00': 0, '12:00': 2, '13:00': 0 });
    expect(briefly(notesOf(changed({ ...atLunch, 'day/hours': lunch })))).toEqual([
      'never-open counters',
    ]);
  });

  test('is noted by service and class, with who could serve them', () => {
    const desks = (skills: string[], count: number, customers?: string[]): object => ({
      count: 3,
      skills,
      open: { usual: { '09:00': count } },
      ...(customers && { customers }),
    });
    const hall = changed({
      ...noKiosks,
      'counters/front': desks(['pay'], 2),
      'counters/back': desks(['plan'], 2, ['general']),
      'counters/salon': desks(['plan'], 0),
    });
    expect(notesOf(hall)).toMatchObject([
      {
        code: 'never-open-for',
        path: 'services.plan',
        value: 'plan',
        message: {
          en: 'No counter for "plan" for "vip" is ever open: who needs one waits in vain.',
        },
        fix: { en: 'Open or staff counters.salon, or add "plan" to the skills of others.' },
      },
    ]);
    // a group that helps serves too
    const helping = {
      ...(hall['counters'] as Document),
      front: { ...desks(['pay'], 2), helps: { skills: ['plan'] } },
    };
    expect(notesOf({ ...hall, counters: helping })).toEqual([]);
  });

  test('is noted with the day types on whose roster it happens', () => {
    const hall = changed({
      ...noKiosks,
      'counters/front/open': { usual: { '09:00': 2 }, rest: { '09:00': 0 } },
      'demand/dayTypes/busy/roster': 'rest',
    });
    expect(notesOf(hall).map(({ message }) => message)).toEqual([
      {
        en: 'No counter is ever open on "busy": who needs one waits in vain.',
        zh: '“busy” 全天没有任何窗口开放，需要窗口的客户只能空等。',
      },
    ]);
  });

  test('is not noted for whom kiosks can serve', () => {
    const kiosks = { count: 1, services: { pay: { time: { fixed: '2 min' } } } };
    const onlyPay = {
      ...closed,
      'demand/dayTypes': undefined,
      'demand/dayType': undefined,
      'services/pay/share': '100%',
      'services/plan/share': '0%',
    };
    expect(notesOf(changed({ ...onlyPay, kiosks }))).toEqual([]);
    expect(briefly(notesOf(changed({ ...onlyPay, kiosks: { ...kiosks, count: 0 } })))).toEqual([
      'never-open counters',
    ]);
  });

  test('is noted in the variant that makes it so', () => {
    const variants = {
      shut: { change: { counters: { front: { open: { usual: { '09:00': 0, '11:00': 0 } } } } } },
    };
    expect(briefly(notesOf(changed({ kiosks: undefined, variants })))).toEqual([
      'never-open variants.shut.change.counters',
    ]);
  });
});

test('rules of the host are noted with their kind and id', () => {
  const [note] = notesOf(changed({ rules: { custom: { calling: 'oldest-first' } } }));
  expect(note).toMatchObject({
    code: 'rule-of-host',
    path: 'rules.custom.calling',
    value: 'oldest-first',
    fix: {
      en: 'Name the module with --rules FILE.mjs; it has export const calling = { "oldest-first": … }.',
    },
  });
});

describe('clerks who outnumber the counters they share', () => {
  const [early, late] = [
    { from: '09:00', to: '13:00' },
    { from: '13:00', to: '17:00' },
  ];
  const skills = ['pay', 'plan'];
  const kinds = (...shifts: object[]): Document => {
    const clerks = shifts.map((one, i) => [`k${i}`, { headcount: 3, skills, shift: one }]);
    return { ...pool(3, {}), staff: Object.fromEntries(clerks) as object };
  };

  test('are noted with the moment and how many have no place', () => {
    const [note, ...others] = notesOf(pool(4, { headcount: 11 }));
    expect(others).toEqual([]);
    expect(note).toMatchObject({ code: 'more-clerks-than-counters', path: 'staff', value: 11 });
    expect(note!.message.en).toContain(
      'From 09:00 on 11 clerks are on duty for 4 counters: 7 have',
    );
    expect(note!.message.zh).toContain('其中 7 名无窗口可用');
    expect(notesOf(pool(4, { headcount: 4 }))).toEqual([]);
  });

  test('are counted over shifts that overlap, not over those that follow each other', () => {
    expect(notesOf(kinds(early, late))).toEqual([]);
    const [note] = notesOf(kinds(early, { from: '12:00', to: '17:00' }));
    expect(note!.message.en).toContain('From 12:00 on 6 clerks are on duty for 3 counters');
  });

  test('are noted in a group of counters too', () => {
    const staff = { all: { headcount: 2, skills, shift } };
    const group = { ...noKiosks, 'demand/dayTypes/normal/roster': undefined };
    const hall = changed({ ...group, counters: { front: { count: 1, staff } } });
    expect(briefly(notesOf(hall))).toEqual(['more-clerks-than-counters counters.front.staff']);
  });
});

describe('work for far more counters than are ever open', () => {
  // about 180 customers in 8 hours, 40% of them for hours instead of minutes
  const slip: Document = { 'services/plan/time': { fixed: '3.4 h' }, kiosks: undefined };
  const oneDay: Document = { 'demand/dayTypes': undefined, 'demand/dayType': undefined };

  test('is noted with how many it would need, and what a slip may be', () => {
    // 3 h at 30 and 5 h at 18 an hour; each takes 60% of 4 min and 40% of 204 min: 180 * 84 / 480
    const [note, ...others] = notesOf(changed({ ...slip, ...oneDay, variants: undefined }));
    expect(others).toEqual([]);
    expect(note).toMatchObject({ code: 'far-too-few', path: 'counters', value: 3 });
    expect(note!.message.en).toBe(
      'The work that comes would keep 32 counters busy on average; at most 3 are ever open.',
    );
    expect(note!.message.zh).toContain('平均需占用 32 个窗口，而同时开放的最多只有 3 个');
    expect(note!.fix.en).toContain('(min or h?)');
  });

  test('is noted on the day type where it is worst', () => {
    const busy = { 'demand/dayTypes/busy/volume': '2000%', variants: undefined };
    const [note, ...others] = notesOf(changed(busy));
    expect(others).toEqual([]);
    expect(note!.message.en).toContain('The work that comes on "busy" would');
  });

  test('is not noted of a busy day, nor of what kiosks may take off the counters', () => {
    expect(notesOf(changed({ 'services/plan/time': { fixed: '20 min' } }))).toEqual([]);
    expect(notesOf(changed({ 'services/pay/time': { fixed: '4 h' } }))).toEqual([]);
  });

  test('takes the clerks of a pool who are there at once, as fast as the fastest', () => {
    const crowd = (clerks: object): readonly Issue[] => {
      const hall = pool(9, { headcount: 2, ...clerks });
      const { plan } = hall['services'] as { plan: Document };
      plan['time'] = { fixed: '2 h' };
      return notesOf(hall);
    };
    expect(briefly(crowd({}))).toEqual(['far-too-few counters']);
    expect(crowd({ speed: '300%' })).toEqual([]);
    expect(crowd({ headcount: 6 })).toEqual([]);
  });
});

test('what breaks keep to is noted where no clerk has one', () => {
  const tea = { tea: { from: '10:00', length: '10 min' } };
  const keeps = (clerks: object): Document => {
    const hall = pool(2, clerks);
    return { ...hall, counters: { ...(hall.counters as object), breaks: { oneAtATime: true } } };
  };
  expect(notesOf(keeps({ breaks: tea }))).toEqual([]);
  expect(briefly(notesOf(keeps({})))).toEqual(['breaks-of-nobody counters.breaks']);
});
