import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import type { Comparison, SteadyState, Summary } from '@hallsim/experiment';
import { type Ended, hallsim, start } from './hallsim-process.js';
import { root } from './sources.js';

const FLAGSHIP = 'examples/halls/flagship-telecom.json';
const RIVERSIDE = 'examples/halls/riverside-telecom.json';
const folder = mkdtempSync(join(tmpdir(), 'hallsim-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Json = Record<string, unknown>;

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The riverside hall with a part of it replaced. */
function changed(change: (hall: Json & Record<string, Json>) => void): string {
  const hall = JSON.parse(read(RIVERSIDE)) as Json & Record<string, Json>;
  change(hall);
  return JSON.stringify(hall);
}

function expectNoStack({ stdout, stderr }: Ended): void {
  expect(stdout + stderr).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
}

describe('run', () => {
  const args = ['run', FLAGSHIP, '--day', 'billing-day', '--replications', '20', '--seed', 'first'];

  test('answers on standard output with the contract document, twice the same bytes', async () => {
    const [once, again] = await Promise.all([
      start([...args, '--json']).ended,
      start([...args, '--json']).ended,
    ]);
    expect(once.code).toBe(0);
    expect(again.stdout).toBe(once.stdout);
    const summary = JSON.parse(once.stdout) as Summary;
    expect(once.stdout).toBe(`${JSON.stringify(summary, null, 2)}\n`);
    expect(summary.format).toBe('hallsim-summary/1');
    expect(summary.run).toMatchObject({
      variant: 'base',
      day: 'billing-day',
      seed: 'first',
      replications: 20,
      confidence: 0.95,
      target: '10 min',
      complete: true,
    });
    expect(summary.run.scenario).toMatch(/^sha256:[0-9a-f]{64}$/);
    const { came, served, abandoned, balked, unserved, inside } = summary.conservation;
    expect(came).toBe(served + abandoned + balked + unserved + inside);
    expect(summary.measures['hall.came']).toMatchObject({ unit: 'customers' });
    expect(summary.intervals[2]).toMatchObject({ from: '10:00', to: '10:30' });
    expect(once.stderr).toMatch(/^8 things of this file are not simulated yet; .*\n$/);
  });

  test('writes for people in the language asked for, and ends with the command that does it again', async () => {
    const [en, zh] = await Promise.all([
      hallsim(args),
      hallsim([...args, '--lang', 'zh', '--variant', 'no-kiosks']),
    ]);
    expect(en.stdout).toMatch(
      /^City flagship telecom hall\n\n\d.*served within 10 min; .*target of 85%.*\.\n\n {2}scenario/,
    );
    expect(en.stdout.trimEnd().split('\n').at(-1)).toBe(
      `  hallsim ${args.join(' ')} --confidence 95%`,
    );
    expect(en.stdout).toMatch(
      /^Counter wait, of those served at a counter +share +interval\nnone +\d+\.\d% /m,
    );
    expect(en.stdout).toMatch(/^below 10 min +\d+\.\d% .*\nbelow 15 min +\d+\.\d% /m);
    expect(en.stdout).toMatch(/^The call and the walk to the counter are part of every wait\.$/m);
    expect(zh.stdout).toMatch(/^不足 10 分钟 +\d+\.\d% /m);
    expect(zh.stdout).toMatch(/^城市旗舰营业厅\n/);
    expect(zh.stdout).toMatch(/\n\n全部到厅客户中，10 分钟内办理的占 .*目标（不低于 85%）。\n/);
    expect(zh.stdout).toMatch(/时限 +10 分钟以内\n/);
    expect(zh.stdout).toContain('不设自助终端（no-kiosks）');
    expect(zh.stdout).toMatch(/人工平均等候 +\d+\.\d\d +分钟 +\d+\.\d\d 至 \d+\.\d\d/);
    expect(zh.stderr).toContain('暂未参与仿真');
  });

  test('clerks have a table of their own', async () => {
    const file = 'examples/rules/clerks-in-groups.json';
    const { stdout } = await hallsim(['run', file, '--replications', '3']);
    expect(stdout).toMatch(/^By clerk, a day +served .*\nfront\.seniors-1 +\d+\.\d /m);
  });

  test('reads standard input for a dash', async () => {
    const [file, dash] = await Promise.all([
      hallsim(['run', RIVERSIDE, '--replications', '3', '--json']),
      start(['run', '-', '--replications', '3', '--json'], read(RIVERSIDE)).ended,
    ]);
    expect(dash).toEqual(file);
  });

  test('--strict exits with 3 and names the target that is missed', async () => {
    const targets = (atLeast: string, atMost: string): string =>
      changed((hall) => {
        hall['targets'] = {
          'service-level': { within: '15 min', atLeast },
          abandonment: { atMost },
        };
      });
    const strict = ['run', '-', '--replications', '5', '--strict'];
    const [missed, met, lax] = await Promise.all([
      hallsim(strict, targets('100%', '0%')),
      hallsim(strict, targets('0%', '100%')),
      hallsim(strict.slice(0, -1), targets('100%', '0%')),
    ]);
    expect([missed.code, met.code, lax.code]).toEqual([3, 0, 0]);
    expect(missed.stderr).toMatch(/^Target service-level missed: \d+\.\d% .* 15 min; .* 100%\.$/m);
    expect(missed.stderr).toMatch(/^Target abandonment missed: \d+\.\d% .* 0%\.$/m);
    expect(missed.stdout).toBe(lax.stdout);
  });

  test('--precision runs as many days as it takes, in any number of threads, and says what was reached', async () => {
    const precise = ['run', FLAGSHIP, '--day', 'billing-day', '--seed', 'first'];
    const goals = ['--precision', '0.3 min', '--precision', 'counter.within=2%'];
    const [here, there, text] = await Promise.all([
      hallsim([...precise, ...goals, '--json', '--workers', '1']),
      hallsim([...precise, ...goals, '--json', '--workers', '2']),
      hallsim([...precise, ...goals]),
    ]);
    expect([here.code, text.code]).toEqual([0, 0]);
    expect(there).toEqual(here);
    const { run, measures } = JSON.parse(here.stdout) as Summary;
    expect(run.precision).toMatchObject([
      { measure: 'counter.wait.mean', halfWidth: 0.3, unit: 'min', met: true },
      { measure: 'counter.within', halfWidth: 0.02, unit: 'share', met: true },
    ]);
    const { value, low, high } = measures['counter.wait.mean']!;
    expect(Math.max(high! - value!, value! - low!)).toBe(run.precision![0]!.reached);
    expect(text.stdout).toMatch(/precision +counter\.wait\.mean ±0\.\d+ min, at most ±0\.3 min\n/);
    expect(text.stdout).toMatch(/ +counter\.within ±[\d.]+ points, at most ±2 points\n/);
    expect(text.stdout).toContain('the nearer is what it holds to what is promised (Chow');
    // the last line gives the same answer again
    const again = text.stdout.trimEnd().split('\n').at(-1)!;
    expect(again).toContain(
      `--precision 'counter.wait.mean=0.3 min' --precision counter.within=2%`,
    );
    const repeated = await hallsim([...precise, ...goals, '--replications', `${run.replications}`]);
    expect(repeated.stdout).toBe(text.stdout);
  });

  test('--precision that the limit of days does not reach says so, in the answer and beside it', async () => {
    const words = ['run', RIVERSIDE, '--precision', 'counter.wait.p95=0.01 min'];
    const ended = await hallsim([...words, '--replications', '45', '--json']);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toMatch(
      /p95: the limit of 45 days came first, at ±.* instead of ±0\.01 min/,
    );
    const { run } = JSON.parse(ended.stdout) as Summary;
    expect(run).toMatchObject({ replications: 45, complete: true, precision: [{ met: false }] });
  });

  test('fewer than 20 days are too few, in both languages', async () => {
    const few = ['run', RIVERSIDE, '--replications', '19'];
    const [en, zh, json, enough] = await Promise.all([
      hallsim(few),
      hallsim([...few, '--lang', 'zh']),
      hallsim([...few, '--json']),
      hallsim(['run', RIVERSIDE, '--replications', '20', '--json']),
    ]);
    expect(en.stdout).toContain('too few days');
    expect(zh.stdout).toContain('天数太少');
    expect((JSON.parse(json.stdout) as Summary).run.fewDays).toBe(true);
    expect((JSON.parse(enough.stdout) as Summary).run).not.toHaveProperty('fewDays');
  });

  test('the number of threads changes no byte of the answer', async () => {
    const compare = [
      'compare',
      FLAGSHIP,
      '--variants',
      'no-kiosks',
      '--replications',
      '9',
      '--json',
    ];
    const [run, runs, base, bases] = await Promise.all([
      hallsim([...args, '--json', '--workers', '1']),
      start([...args, '--json', '--workers', '2']).ended,
      hallsim([...compare]),
      start([...compare, '--workers', '3']).ended,
    ]);
    expect(runs).toEqual(run);
    expect(bases).toEqual(base);
    expect([run.code, base.code]).toEqual([0, 0]);
  });

  test.each(['1', '2'])(
    'an interruption of %s threads prints what is finished and exits with 130',
    async (workers) => {
      const csv = join(folder, `interrupted-${workers}.csv`);
      const { child, ended } = start([
        'run',
        FLAGSHIP,
        '--replications',
        '50000',
        '--workers',
        workers,
        '--json',
        '--csv',
        csv,
      ]);
      // written beside its place from when the run begins
      const begun = (): boolean =>
        readdirSync(folder).some((name) => name.startsWith(basename(csv)));
      while (!begun()) await setTimeout(20);
      child.kill('SIGINT');
      const { code, stdout, stderr } = await ended;
      expect(code).toBe(130);
      const { run } = JSON.parse(stdout) as Summary;
      expect(run.complete).toBe(false);
      expect(run.replications).toBeLessThan(50_000);
      expect(stderr).toContain(`Interrupted: the answer is that of the ${run.replications} day`);
      expect(readFileSync(csv, 'utf8')).toMatch(/^from,to,arrivals,/);
    },
  );
});

describe('run --steady', () => {
  const queue = 'examples/demand/teaching-queue.json';

  test('gives the long run its interval, its run card, and the command that gives it again', async () => {
    const [text, json] = await Promise.all([
      hallsim(['run', queue, '--steady']),
      hallsim(['run', queue, '--steady', '--json']),
    ]);
    expect([text.code, json.code, text.stderr]).toEqual([0, 0, '']);
    const answer = JSON.parse(json.stdout) as SteadyState;
    expect(answer).toMatchObject({
      format: 'hallsim-steady/1',
      run: { seed: 'teaching', runs: 5, complete: true },
    });
    expect(text.stdout).toContain(answer.wait.value!.toFixed(2));
    const [, again] = /again:\n {2}hallsim (.*)\n/.exec(text.stdout)!;
    expect(await hallsim(again!.split(' '))).toEqual(text);
  });

  test('needs a hall that goes on, and looks at nothing else', async () => {
    const [closes, many] = await Promise.all([
      hallsim(['run', RIVERSIDE, '--steady', '--lang', 'zh']),
      hallsim(['run', queue, '--steady', '--replications', '9']),
    ]);
    expect(closes).toMatchObject({ code: 1, stdout: '' });
    expect(closes.stderr).toContain('没有稳态');
    expect(many).toMatchObject({ code: 2, stdout: '' });
    expect(many.stderr).toContain('--replications does not go with it');
  });
});

describe('--visits, --clerks and --csv', async () => {
  const [visits, csv] = [join(folder, 'visits.csv'), join(folder, 'intervals.csv')];
  const clerks = join(folder, 'clerks.csv');
  const args = ['run', FLAGSHIP, '--day', 'billing-day', '--replications', '7', '--json'];
  const { stdout } = await hallsim([...args, '--visits', visits, '--clerks', clerks, '--csv', csv]);
  const { measures, conservation, intervals } = JSON.parse(stdout) as Summary;
  const [header = '', ...lines] = readFileSync(visits, 'utf8').split('\n').slice(0, -1);
  const names = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
  const value = (id: string): number => measures[id]?.value ?? NaN;
  const how = (column: string, text: string): number =>
    rows.filter((row) => row[column] === text).length;
  /** The rule of this hall: after a failed kiosk try the ticket of the door still counts. */
  const waitFrom = (row: Record<string, string>): number =>
    +(row['kiosk_start'] === '' ? row['joined'] : row['ticketed'])!;
  const waits = rows
    .filter(({ start }) => start !== '')
    .map((row) => +row['start']! - waitFrom(row));

  test('a visit has the columns of the contract', () => {
    expect(header).toBe(
      'replication,visit,demand,person,ticket,source,service,customer,arrived,ticketed,kiosk_start,' +
        'kiosk_end,joined,called,start,end,left,channel,group,clerk,outcome,reason,ahead,overtaken,overtook',
    );
    for (const line of lines) expect(line.split(',')).toHaveLength(names.length);
  });

  test('the visits are those of the summary: everybody is there, and ended the same way', () => {
    expect(rows).toHaveLength(conservation.came);
    for (const outcome of ['served', 'abandoned', 'balked', 'unserved'] as const) {
      expect(how('outcome', outcome)).toBe(conservation[outcome]);
      expect(how('outcome', outcome) / 7).toBeCloseTo(value(`hall.${outcome}`), 9);
    }
    expect(how('channel', 'kiosk') / rows.length).toBeCloseTo(value('kiosk.share'), 12);
    expect(rows.filter(({ joined }) => joined !== '').length / 7).toBeCloseTo(
      value('counter.joined'),
      9,
    );
  });

  test('what counters did are intervals without gap or overlap, and each visit is one of them', () => {
    const [names, ...did] = readFileSync(clerks, 'utf8').split('\n').slice(0, -1);
    expect(names).toBe('replication,group,clerk,state,rostered,from,to');
    const ends = new Map<string, string>();
    for (const line of did) {
      const [replication, , clerk, , , from, to] = line.split(',');
      const whose = `${replication} ${clerk}`;
      if ((ends.get(whose) ?? from) !== from) expect(line).toBe(`from ${ends.get(whose)} on`);
      ends.set(whose, to!);
    }
    expect(new Set(ends.values())).toEqual(new Set(['']));
    const served = rows.filter(({ start }) => start !== '');
    const told = new Set(did.map((line) => line.replace(/,[01](?=,[^,]*,[^,]*$)/, '')));
    const untold = served.flatMap(({ replication, group, clerk, called, start, end }) => {
      const whose = `${replication},${group},${clerk}`;
      const work = [`${whose},calling,${called},${start}`, `${whose},serving,${start},${end}`];
      return work.filter((line) => !told.has(line));
    });
    expect(untold).toEqual([]);
  });

  test('a day of tens of thousands is written in full', async () => {
    const file = join(folder, 'crowd.csv');
    const crowd = changed((hall) => {
      hall['demand'] = { arrivals: { '08:30': '100000 per hour', '09:00': '0 per hour' } };
      delete hall['variants'];
    });
    const big = ['run', '-', '--replications', '1', '--json', '--visits', file];
    const answer = JSON.parse((await hallsim(big, crowd)).stdout) as Summary;
    const written = readFileSync(file, 'utf8').split('\n').slice(1, -1);
    expect(answer.conservation.came).toBeGreaterThan(45_000);
    expect(written).toHaveLength(answer.conservation.came);
    expect(new Set(written).size).toBe(written.length);
  });

  test('the waits are those of the summary, with all their digits', () => {
    const sum = waits.reduce((total, wait) => total + wait, 0);
    expect(sum / waits.length).toBeCloseTo(value('counter.wait.mean'), 9);
    const p90 = waits.toSorted((a, b) => a - b)[Math.floor(0.9 * waits.length)];
    expect(p90).toBe(value('counter.wait.p90'));
  });

  test('the service level counts kiosk line and counter line together', () => {
    const inTime = rows.filter((row) => {
      const kiosk = row['kiosk_start'] === '' ? 0 : +row['kiosk_start']! - +row['arrived']!;
      const counter = row['start'] === '' ? 0 : +row['start']! - +row['joined']!;
      return row['outcome'] === 'served' && kiosk + counter <= 10;
    });
    expect(inTime.length / rows.length).toBeCloseTo(value('hall.serviceLevel.everyone'), 12);
  });

  test('the day by interval is that of the summary', () => {
    const [names, ...table] = readFileSync(csv, 'utf8').trimEnd().split('\n');
    const column = (name: string): number => names!.split(',').indexOf(name);
    expect(table).toHaveLength(intervals.length);
    table.forEach((line, i) => {
      const { from, to, arrivals, waiting, wait } = intervals[i]!;
      const cells = line.split(',');
      expect(cells.slice(0, 3)).toEqual([from, to, String(arrivals.value)]);
      expect(cells[column('waiting_p50')]).toBe(String(waiting.p50));
      expect(cells[column('wait_p90')]).toBe(String(wait.p90));
    });
  });
});

const ORDER = ['certain', 'not yet certain', 'no change', '—'];

test('compare prints the paired changes of each variant, what has changed first', async () => {
  const args = [
    'compare',
    FLAGSHIP,
    '--variants',
    'no-kiosks, two-more-kiosks',
    '--replications',
    '10',
  ];
  const csv = join(folder, 'change.csv');
  const [json, text] = await Promise.all([
    hallsim([...args, '--json']),
    hallsim([...args, '--csv', csv]),
  ]);
  expect([json.code, text.code]).toEqual([0, 0]);
  const comparison = JSON.parse(json.stdout) as Comparison;
  expect(comparison.format).toBe('hallsim-comparison/1');
  expect(Object.keys(comparison.variants)).toEqual(['no-kiosks', 'two-more-kiosks']);
  const { summary, change } = comparison.variants['no-kiosks']!;
  const mean = 'counter.wait.mean';
  const difference = summary.measures[mean]!.value! - comparison.base.measures[mean]!.value!;
  expect(change[mean]?.value).toBeCloseTo(difference, 9);
  expect(summary.run.variant).toBe('no-kiosks');
  const { value, low, high, joint } = change[mean]!;
  const before = comparison.base.measures[mean]!.value!;
  const numbers = [
    before,
    summary.measures[mean]!.value!,
    value,
    low,
    high,
    joint!.low,
    joint!.high,
  ];
  expect(readFileSync(csv, 'utf8')).toContain(`\nno-kiosks,${mean},min,${numbers.join()},`);
  expect(text.stdout).toMatch(/^ *Counter wait, mean .* min .* certain, worse$/m);
  expect(text.stdout).toMatch(/^ *Came .* no change$/m);
  const [, ...parts] = text.stdout.split('against the base');
  for (const part of parts) {
    const news = part.match(/ (certain|not yet certain|no change|—)(?=[,:]|$)/gm);
    expect(news).toEqual(
      news!.toSorted((a, b) => ORDER.indexOf(a.trim()) - ORDER.indexOf(b.trim())),
    );
  }
});

test('a hall without kiosks is told without lines about kiosks', async () => {
  const [bare, both] = await Promise.all([
    hallsim(['run', FLAGSHIP, '--variant', 'no-kiosks', '--replications', '3']),
    hallsim(['compare', FLAGSHIP, '--variants', 'no-kiosks', '--replications', '3']),
  ]);
  // all that is left of them is the name of the variant
  const kiosk = bare.stdout.split('\n').filter((line) => /kiosk/i.test(line));
  for (const line of kiosk) expect(line).toMatch(/no-kiosks/);
  expect(both.stdout).toMatch(/^ *Finished at a kiosk/m);
});

describe('check', () => {
  test('a valid file is 0, with what is not simulated yet as notes', async () => {
    const [text, json] = await Promise.all([
      hallsim(['check', FLAGSHIP]),
      hallsim(['check', FLAGSHIP, '--json']),
    ]);
    expect([text.code, json.code]).toEqual([0, 0]);
    expect(text.stdout).toContain('flagship-telecom.json: valid.');
    expect(text.stdout).toContain('not simulated yet');
    expect(text.stdout).toContain('billing-day (997 customers expected)');
    const { format, issues, notes } = JSON.parse(json.stdout) as Record<string, unknown[]>;
    expect([format, issues]).toEqual(['hallsim-issues/1', []]);
    expect(notes).toHaveLength(8);
  });

  test('customers who wait in vain are noted, by every command that simulates them', async () => {
    const closed = changed((hall) => {
      delete hall['kiosks'];
      delete hall['variants'];
      hall['counters'] = { count: 0 };
    });
    const [checked, ran] = await Promise.all([
      hallsim(['check', '-'], closed),
      hallsim(['run', '-', '--replications', '2'], closed),
    ]);
    expect([checked.code, ran.code]).toEqual([0, 0]);
    expect(checked.stdout).toMatch(/counters \(line \d+\) +No counter is ever open/);
    expect(ran.stderr).toContain('No counter is ever open');
  });

  test('clerks without a counter are noted, by every command that simulates them', async () => {
    const crowded = changed((hall) => {
      hall['counters'] = { count: 2 };
      delete hall['variants'];
    });
    const [checked, ran] = await Promise.all([
      hallsim(['check', '-', '--lang', 'zh'], crowded),
      hallsim(['run', '-', '--replications', '1'], crowded),
    ]);
    expect([checked.code, ran.code]).toEqual([0, 0]);
    expect(checked.stdout).toContain('却只有 2 个窗口');
    expect(ran.stderr).toMatch(/staff .*clerks are on duty for 2 counters/);
  });

  test('hours are shown as the hall keeps them: with the lunch break, or without an end', async () => {
    const open = (day: Json): string =>
      changed((hall) => {
        hall['day'] = day;
        for (const key of ['staff', 'variants', 'kiosks']) delete hall[key];
        hall['demand'] = { arrivals: { '09:00': '10 per hour' } };
        if ('lasts' in day) hall['demand'] = { arrivals: { '00:00': '10 per hour' } };
        const skills = Object.keys(hall['services']!);
        const from = 'lasts' in day ? '00:00' : '09:00';
        hall['counters'] = { all: { count: 1, skills, open: { normal: { [from]: 1 } } } };
      });
    const hours = [
      { from: '09:00', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ];
    const [lunch, endless, run] = await Promise.all([
      hallsim(['check', '-'], open({ hours })),
      hallsim(['check', '-', '--lang', 'zh'], open({ lasts: '1000 h' })),
      hallsim(['run', '-', '--replications', '2'], open({ lasts: '9 h', warmUp: '1 h' })),
    ]);
    expect([lunch.code, endless.code, run.code]).toEqual([0, 0, 0]);
    expect(run.stdout).toMatch(/each a run of 9 h without closing, measured from 1 h on\n/);
    expect(lunch.stdout).toMatch(/hours +09:00 to 12:00, 14:00 to 17:30\n/);
    expect(endless.stdout).toMatch(/营业时间 +连续营业 1000 小时\n/);
  });

  test('of a variant in which people wait in vain only who runs it hears', async () => {
    const closed = changed((hall) => {
      hall['variants'] = { closed: { change: { kiosks: null, counters: { count: 0 } } } };
    });
    const [base, variant] = await Promise.all([
      hallsim(['run', '-', '--replications', '2'], closed),
      hallsim(['run', '-', '--replications', '2', '--variant', 'closed'], closed),
    ]);
    expect([base.code, variant.code]).toEqual([0, 0]);
    expect(base.stderr).not.toContain('No counter is ever open');
    expect(variant.stderr).toContain('No counter is ever open');
  });

  test('rules that are not in the file are noted, until their module is named', async () => {
    const [file, module] = ['examples/rules/own-rules.json', 'examples/rules/own-rules.mjs'];
    const [alone, both] = await Promise.all([
      hallsim(['check', file]),
      hallsim(['check', file, '--rules', module]),
    ]);
    expect([alone.code, both.code]).toEqual([0, 0]);
    expect(alone.stdout).toMatch(/rules\.custom\.\w+ \(line \d+\) .* --rules FILE\.mjs/);
    expect(both.stdout).not.toContain('--rules');
  });

  const huge = join(folder, 'huge.json');
  writeFileSync(huge, '');
  truncateSync(huge, 100_000_000);
  const bad: readonly (readonly [string, string | { file: string }, RegExp])[] = [
    ['not JSON', '{ "format": ', /not JSON/],
    ['a wrong version', '{ "format": "service-hall/9" }', /newer version/],
    ['an unknown key', changed((hall) => (hall['counter'] = {})), /"counter" is not a key/],
    ['a duplicate key', read(RIVERSIDE).replace('"run":', '"day": {}, "run":'), /twice/],
    [
      'shares that do not add up',
      changed(({ customers }) => ((customers!['vip'] as Json)['share'] = '20%')),
      /add up to 108%/,
    ],
    [
      'a shift outside the day',
      changed(
        ({ staff }) => ((staff!['trainee'] as Json)['shift'] = { from: '06:00', to: '17:00' }),
      ),
      /staff\.trainee\.shift/,
    ],
    [
      'a service that nobody could serve',
      changed(({ services, staff }) => {
        services!['repair'] = { share: '0%', time: { fixed: '5 min' } };
        delete staff!['specialists'];
      }),
      /new-line|repair/,
    ],
    [
      'a negative time',
      changed(({ services }) => ((services!['new-line'] as Json)['time'] = { fixed: '-3 min' })),
      /-3 min/,
    ],
    ['an empty file', '', /is empty/],
    ['a file of 100 MB', { file: huge }, /larger than 20 MB/],
    ['a file that is not there', { file: 'nowhere/hall.json' }, /no file nowhere\/hall\.json/],
    ['a folder', { file: 'examples' }, /is a folder/],
  ];

  test.each(bad)('%s is 1, said in both languages, without a stack', async (_, source, says) => {
    const [file, input] = typeof source === 'string' ? ['-', source] : [source.file, ''];
    const [check, json, run] = await Promise.all([
      hallsim(['check', file], input),
      hallsim(['check', file, '--json'], input),
      hallsim(['run', file], input),
    ]);
    expect([check.code, json.code, run.code]).toEqual([1, 1, 1]);
    expect(check.stdout).toMatch(says);
    expect(check.stderr).toBe('');
    const { format, issues } = JSON.parse(json.stdout) as {
      format: string;
      issues: { message: { en: string; zh: string }; fix: { en: string; zh: string } }[];
    };
    expect(format).toBe('hallsim-issues/1');
    expect(issues.length).toBeGreaterThan(0);
    for (const { message, fix } of issues) {
      for (const { en, zh } of [message, fix]) {
        expect(en).not.toBe('');
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(check.stdout);
    for (const ended of [check, json, run]) expectNoStack(ended);
  });
});

describe('a wrong command line is 2, says the way out, and prints no answer', () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['', /command is missing.*hallsim --help/],
    ['chek x', /no command "chek".*Did you mean "check"/],
    ['run', /FILE is missing.*hallsim run --help/],
    [`run ${FLAGSHIP} extra`, /too many/],
    [`run ${FLAGSHIP} --replication 5`, /no option --replication .*--replications/],
    [`run ${FLAGSHIP} --seed`, /--seed needs a value/],
    [`run ${FLAGSHIP} --replications 0`, /--replications 0: .* 1 to 1000000/],
    [`run ${FLAGSHIP} --confidence 0.95`, /--confidence 0\.95: .* such as 95%/],
    [`run ${FLAGSHIP} --lang fr`, /--lang fr: write en or zh/],
    [
      `run ${FLAGSHIP} --day biling-day`,
      /Did you mean "billing-day"\? It has: normal, billing-day/,
    ],
    [`run ${FLAGSHIP} --variant no-kiosk`, /no variant "no-kiosk"\. Did you mean "no-kiosks"/],
    [`run ${FLAGSHIP} --visits nowhere/x.csv`, /nowhere\/x\.csv cannot be written: there is no/],
    [`compare ${FLAGSHIP}`, /--variants is needed\. Variants of the file: .*no-kiosks/],
    [`compare ${FLAGSHIP} --variants ,`, /at least one variant.*Variants of the file: /],
    [`compare ${FLAGSHIP} --variants no-kiosks,x`, /no variant "x"/],
    [`run ${FLAGSHIP} --workers 0`, /--workers 0: write a whole number of threads from 1 to 256/],
    [`compare ${FLAGSHIP} --variants no-kiosks --workers two`, /--workers two: .* from 1 to 256/],
    [`staff ${FLAGSHIP} --replications 10`, /--replications 10: write at least 40 days/],
    [
      `staff ${FLAGSHIP} --target queue`,
      /no target "queue" to staff for\. It has: service-level\./,
    ],
    [`run ${FLAGSHIP} --precision 0.2`, /--precision 0\.2: .* counter\.wait\.mean="0\.2 min"/],
    [`run ${FLAGSHIP} --precision counter.within=0.1min`, /such as counter\.within="1%"/],
    [`run ${FLAGSHIP} --precision counter.wait=1min`, /no measure "counter\.wait"/],
    [
      `compare ${FLAGSHIP} --day normal --variants no-kiosks --day billing-day`,
      /--day is given twice: normal and billing-day\./,
    ],
    ['queue --servers 1 --servers 1', /--servers is given twice: 1 and 1\. Give it once/],
    [`staff ${FLAGSHIP} --arrivals x.csv --lang zh`, /--arrivals：排班.*run --arrivals/],
    [`month ${FLAGSHIP} --arrivals x.csv`, /every date .* same day\. Use run --arrivals/],
  ];

  test.each(wrong)('hallsim %s', async (words, says) => {
    const ended = await hallsim(words === '' ? [] : words.split(' '));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(says);
    expect(ended.stdout).toBe('');
    expectNoStack(ended);
  });
});

test('a process ends with the code and the words of the command', async () => {
  const [input, words] = await Promise.all([
    start(['check', 'examples']).ended,
    start(['run', FLAGSHIP, '--day', 'x']).ended,
  ]);
  expect([input.code, input.stderr]).toEqual([1, '']);
  expect(input.stdout).toMatch(/^examples: 1 problem\n/);
  expect([words.code, words.stdout]).toEqual([2, '']);
  expect(words.stderr).toMatch(/^The file has no day type "x"\. It has: normal, billing-day\.\n$/);
});

test('help has examples, and the version is a number', async () => {
  const [help, asked, run, version] = await Promise.all([
    hallsim(['--help']),
    hallsim(['help']),
    hallsim(['run', '-h', '--lang', 'zh']),
    hallsim(['--version']),
  ]);
  expect([help.code, asked.code, run.code, version.code]).toEqual([0, 0, 0, 0]);
  expect(asked.stdout).toBe(help.stdout);
  expect(help.stdout).toMatch(/check.*\n[^]*run.*\n[^]*compare/);
  expect(run.stdout).toMatch(/示例：\n {2}hallsim run hall\.json/);
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
