import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandLine } from 'hallsim';
import type { QueueAnswer } from '@hallsim/planning';
import { hallsim, start } from './hallsim-process.js';

const folder = mkdtempSync(join(tmpdir(), 'hallsim-queue-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const SHORT = ['--customers', '2000', '--warm-up', '500', '--replications', '5'];
const LINE = ['queue', '--arrivals', '54 per hour', '--service', 'exponential 5 min'];
const five = [...LINE, '--servers', '5', ...SHORT];

/** The command line with an option in place of the one it has. */
const changed = (args: readonly string[], [option = '', ...value]: readonly string[]): string[] => [
  ...args.filter((word, i) => word !== option && args[i - 1] !== option),
  option,
  ...value,
];

const document = async (args: readonly string[], input = ''): Promise<QueueAnswer> => {
  const { code, stdout } = await hallsim([...args, '--json'], input);
  expect(code).toBe(0);
  const answer = JSON.parse(stdout) as QueueAnswer;
  expect(stdout).toBe(`${JSON.stringify(answer, null, 2)}\n`);
  return answer;
};

describe('an answer', () => {
  test('is the contract document on standard output, and the command it prints gives it again', async () => {
    const [text, json] = await Promise.all([hallsim(five), document(five)]);
    const command = text.stdout.trimEnd().split('\n').at(-1)!.trim();
    expect(command).toBe(
      "hallsim queue --arrivals '54 per hour' --service 'exponential 5 min' --servers 5 " +
        '--customers 2000 --warm-up 500 --replications 5 --seed first --confidence 95%',
    );
    const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(
      ([, quoted, plain]) => quoted ?? plain!,
    );
    expect(await document(words.slice(1))).toEqual(json);
    expect(json.format).toBe('hallsim-queue/1');
    expect(json.formula).toMatchObject({ name: 'Erlang C', utilisation: 0.9 });
    expect(json.simulated!['wait.mean']).toMatchObject({ unit: 'min' });
    expect(json.why).toBe('exact: Erlang C is the formula of this very queue.');
    expect(text.stderr).toBe('');
  });

  test('is a table of measure, simulated value, interval, formula and difference', async () => {
    const { stdout } = await hallsim([...five, '--over', '5 min', '--over', '10 min']);
    expect(stdout).toMatch(/^One line, 5 servers\n/);
    expect(stdout).toMatch(/^All customers +simulated +interval +Erlang C +difference$/m);
    expect(stdout).toMatch(
      /^wait, mean, of those served +\d+\.\d\d +min +\d+\.\d\d to \d+\.\d\d +7\.62 +[+−]\d+\.\d\d +(within|outside) the interval$/m,
    );
    expect(stdout).toMatch(/^servers busy +\d\d\.\d% .* points/m);
    expect(stdout).toMatch(/^in line longer than 5 min +.*\nin line longer than 10 min /m);
    expect(stdout).not.toMatch(/left while waiting|found no place/);
    expect(stdout).toMatch(/^Why: exact: /m);
  });

  test('speaks Chinese', async () => {
    const { stdout } = await hallsim([
      ...LINE.slice(0, 3),
      ...['--service', 'lognormal 5 min cv 0.5', '--servers', '5', '--lang', 'zh'],
      ...SHORT,
    ]);
    expect(stdout).toMatch(/^一条队列，5 个窗口\n/);
    expect(stdout).toMatch(/^平均等候时长（已办理） +\d+\.\d\d +分钟 +\d+\.\d\d 至 \d+\.\d\d/m);
    expect(stdout).toMatch(/^原因：近似：Allen-Cunneen；.*cv 为 0\.5/m);
  });

  test('takes every option of the contract', async () => {
    const answer = await document([
      ...LINE,
      ...['--servers', '4', '--patience', 'weibull 15 min cv 0.5', '--capacity', '20'],
      ...['--discipline', 'random', '--batch', '2', '--over', '5 min', '--quantiles', '50, 99'],
      ...[...SHORT, '--seed', 'spring', '--workers', '2', '--confidence', '99%'],
    ]);
    expect(answer.run).toMatchObject({
      seed: 'spring',
      replications: 5,
      customers: 2000,
      warmUp: 500,
      confidence: 0.99,
      complete: true,
    });
    expect(Object.keys(answer.simulated!)).toEqual(
      expect.arrayContaining(['wait.p50', 'wait.p99', 'wait.over', 'abandoned', 'blocked']),
    );
    expect(answer.simulated).not.toHaveProperty('wait.p90');
  });
});

describe('--classes', () => {
  const classes = {
    vip: { arrivals: '6 per hour', service: 'exponential 3 min', priority: 1, rate: 3 },
    other: { arrivals: '6 per hour', service: 'exponential 5 min', priority: 2, rate: 1 },
  };
  const file = join(folder, 'classes.json');
  writeFileSync(file, JSON.stringify(classes));
  const args = ['queue', '--servers', '1', ...SHORT];

  test.each([
    ['fifo', 'Pollaczek-Khinchine'],
    ['priority', 'Cobham'],
    ['preemptive-resume', 'preemptive-resume'],
    ['accumulating', 'Kleinrock'],
  ])('are answered in by.class under %s', async (discipline, name) => {
    const answer = await document([...args, '--classes', file, '--discipline', discipline]);
    expect(answer.formula?.name).toContain(name);
    expect(Object.keys(answer.by!.class)).toEqual(['vip', 'other']);
    expect(Object.keys(answer.formula!.by!.class)).toEqual(['vip', 'other']);
    const wait = (id: string) => answer.by!.class[id]!['wait.mean']!.value!;
    if (discipline !== 'fifo') expect(wait('vip')).toBeLessThan(wait('other'));
  });

  test('come from standard input for a dash, and have tables of their own', async () => {
    const dash = await hallsim([...args, '--classes', '-'], JSON.stringify(classes));
    expect(dash.code).toBe(0);
    expect(dash.stdout).toMatch(/^vip +simulated/m);
    expect(dash.stdout).toMatch(/^other +simulated/m);
    const both = await hallsim([...args, '--classes', file, '--arrivals', '1 per hour']);
    expect(both.stderr).toBe('--arrivals is not used: the classes have their own.\n');
  });

  test('with faults are 1, each with its place, line and way out', async () => {
    const bad =
      '{\n "vip": { "arrivals": "6 per our", "service": "lognorm 4 min", "prioritty": 1 },\n "B": 5 }';
    const wanted = [...args, '--classes', '-', '--discipline', 'priority'];
    const [text, json] = await Promise.all([
      hallsim(wanted, bad),
      hallsim([...wanted, '--json'], bad),
    ]);
    expect([text.code, json.code, text.stdout, json.stderr]).toEqual([1, 1, '', '']);
    expect(text.stderr).toMatch(/^standard input: 5 problems\n/);
    expect(text.stderr).toMatch(/vip\.service \(line 2\) .*Did you mean "lognormal"\?/);
    const { format, issues } = JSON.parse(json.stdout) as {
      format: string;
      issues: { path: string }[];
    };
    expect(format).toBe('hallsim-issues/1');
    expect(issues.map(({ path }) => path)).toEqual([
      'vip.prioritty',
      'vip.arrivals',
      'vip.service',
      'B',
      'B',
    ]);
  });
});

test('what is wrong with a file of classes as a file is said of a file of classes, in both languages', async () => {
  const classes = (file: string, input = '', ...more: string[]) =>
    hallsim(['queue', '--servers', '1', '--classes', file, ...more], input);
  const deep = `${'{"a":'.repeat(300)}1${'}'.repeat(300)}`;
  const inputs = ['', ' ', deep, '{ } // none', `{"a": [${'1,'.repeat(1_000_001)}1]}`];
  for (const lang of ['en', 'zh']) {
    const outcomes = await Promise.all([
      classes(folder, '', '--lang', lang),
      ...inputs.map((input) => classes('-', input, '--lang', lang)),
      classes('-', '['.repeat(20_000_001), '--lang', lang),
    ]);
    for (const { code, stderr } of outcomes) {
      expect(code).toBe(1);
      expect(stderr).not.toMatch(
        /scenario|example hall|ticket|measured|"note"|场景|营业厅|叫号|“note”/,
      );
    }
    const words = lang === 'en' ? /classes in it/ : /其中的客户类别文件/;
    expect(outcomes[0].stderr).toMatch(words);
  }
});

test('an unstable queue is 1: simulated is null, and why names the ways out', async () => {
  const four = [...LINE, '--servers', '4'];
  const [json, text, left] = await Promise.all([
    hallsim([...four, '--json']),
    hallsim(four),
    hallsim([...four, ...SHORT, '--patience', 'exponential 15 min']),
  ]);
  expect([json.code, text.code, left.code]).toEqual([1, 1, 0]);
  expect(JSON.parse(json.stdout)).toMatchObject({ simulated: null, formula: null });
  const { why } = JSON.parse(json.stdout) as QueueAnswer;
  expect(why).toMatch(/^unstable: the utilisation would be 112\.5 %.* at least 5 servers/);
  expect([text.stdout, text.stderr]).toEqual(['', `${why}\n`]);
});

describe('a wrong option is 2, names itself, its value and the way out', () => {
  test.each([
    [['--servers', '0'], /^--servers: "0" .* whole number from 1 to 10000/m],
    [['--service', 'lognorm 4 min'], /^--service: "lognorm 4 min" .*Did you mean "lognormal"\?/m],
    [['--arrivals', '54'], /^--arrivals: "54" .* "54 per hour"/m],
    [['--patience', 'fixed 0 min'], /^--patience: "fixed 0 min".* more than 0/m],
    [['--capacity', '3'], /^--capacity: "3" .* from 5/m],
    [['--discipline', 'fair'], /^--discipline: "fair" .* fifo, lifo, random/m],
    [['--discipline', 'priority'], /^--discipline: .*--classes FILE/m],
    [['--batch', 'two'], /^--batch: "two"/m],
    [['--over', '5'], /^--over: "5" .*"5 min"/m],
    [['--quantiles', '50,100'], /^--quantiles: "100" .* below 100/m],
    [['--warm-up', '1e9'], /^--warm-up: "1e9"/m],
    [['--replications', '0'], /^--replications: "0"/m],
    [['--confidence', '0.95'], /--confidence 0\.95: .* such as 95%/],
    [['--workers', 'two'], /--workers two: .* 1 to 256/],
    [['--server', '5'], /no option --server .*--servers/],
    [['hall.json'], /too many/],
  ])('%j', async (more, says) => {
    const { code, stdout, stderr } = await hallsim(changed(five, more));
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(says);
  });

  test('all of them at once, in the language asked for', async () => {
    const { code, stderr } = await hallsim(['queue', '--servers', '0', '--lang', 'zh']);
    expect(code).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      '--servers: “0” 不可用。请写 1 至 10000 的整数。',
      '--arrivals: 缺少此项。请写成 “54 per hour”。',
      '--service: 缺少此项。请写成 “exponential 5 min”。',
    ]);
  });
});

test('an interruption prints what is finished and exits with 130', async () => {
  const stop = new AbortController();
  let [stdout, stderr] = ['', ''];
  let looks = 0;
  const code = await commandLine([...changed(five, ['--replications', '1000']), '--json'], {
    stdin: (async function* () {
      await Promise.resolve();
      yield* [] as Uint8Array[];
    })(),
    print: (text) => (stdout += text),
    say: (text) => {
      stderr += text;
      if (++looks === 3) stop.abort();
    },
    live: true,
    now: () => looks * 1000,
    env: {},
    today: () => '2026-10-15',
    interrupted: stop.signal,
  });
  expect(code).toBe(130);
  const { run, simulated } = JSON.parse(stdout) as QueueAnswer;
  expect(run).toMatchObject({ complete: false });
  expect(run.replications).toBeLessThan(1000);
  expect(simulated!['wait.mean']!.value).toBeGreaterThan(0);
  expect(stderr).toMatch(/\r\d+ of 1000 replications/);
  expect(stderr).toMatch(
    new RegExp(`Interrupted: the answer is that of the ${run.replications} repl`),
  );
});

test('help has every option with examples, and a process ends with the code of the command', async () => {
  const [help, zh, process] = await Promise.all([
    hallsim(['queue', '--help']),
    hallsim(['queue', '--help', '--lang', 'zh']),
    start(five).ended,
  ]);
  const options = [
    'arrivals',
    'service',
    'servers',
    'patience',
    'capacity',
    'discipline',
    'classes',
  ];
  for (const option of [...options, 'batch', 'over', 'quantiles', 'customers', 'warm-up', 'seed']) {
    expect(help.stdout).toContain(`--${option}`);
  }
  expect(help.stdout).toMatch(/Examples:\n {2}hallsim queue --arrivals/);
  expect(zh.stdout).toContain('窗口数');
  expect([process.code, process.stderr]).toEqual([0, '']);
});
