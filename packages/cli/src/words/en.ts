import type { MeasureValue, Unit } from '@hallsim/experiment';
import type { QueueDiscipline, QueueUnit } from '@hallsim/planning';
import { decisionsEn } from './decisions-en.js';

type NoIntervalReason = NonNullable<MeasureValue['reason']>;

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** Every text of the command line in English, but those of issues and measures, which have their own. */
export const en = {
  ...decisionsEn,
  program: {
    description:
      'Simulates the queues of a service hall from a scenario file: how long people wait, who leaves, how busy the counters are.',
    version: 'print the version',
    help: 'print this help',
    helpCommand: 'print the help of a command',
    titles: {
      'Usage:': 'Usage:',
      'Arguments:': 'Arguments:',
      'Options:': 'Options:',
      'Commands:': 'Commands:',
    } as Record<string, string>,
    examples: 'Examples:',
    exits:
      'Exit codes: 0 done, 1 the input is wrong, 2 the command line is wrong, 3 a target is missed (--strict), 130 interrupted.',
  },
  commands: {
    check: 'read a scenario file and list everything that is wrong with it',
    run: 'simulate many days and print the measures with their intervals',
    compare: 'simulate variants beside the base on the same customers and print the changes',
    sweep: 'simulate a series or a grid of values of some keys, all on the same customers',
    staff:
      'find the fewest counters per half hour that keep the promise of the file: counters that open by the clock, without breaks, absence and counters beyond the roster',
    month: "simulate the calendar's days in a row and print each day and the month",
    queue: 'simulate one line in front of some servers and put its formula beside it',
  },
  options: {
    file: 'scenario file (service-hall/1); - reads standard input',
    variant: 'what-if of the file; default: the base',
    variants: 'what-ifs of the file, separated by commas',
    day: "day type; default: the file's",
    replications: "days to simulate, 1 to 1000000; default: the file's, else 200",
    precision:
      'simulate until the interval of a measure (default counter.wait.mean) reaches no further than this from its value, such as "0.2 min" or counter.within=1%; may be repeated; --replications is then the limit, default 10000',
    givenArrivals:
      'CSV of customers who come on every day, instead of all of the file, those waiting at the start too: arrived (09:05:30 or minutes since midnight) and, where they are not to be drawn, service, customer, counter_time and patience (minutes, kept as it is: standing does not shorten it)',
    steady:
      'of a hall that goes on for ever (day.lasts): the mean wait in the long run, from one long run behind its warm-up (MSER-5, batch means)',
    visits: 'write every visit of every day as CSV',
    clerks: 'write what every clerk and counter did on every day, from when to when, as CSV',
    csv: 'write the day by interval as CSV',
    set: 'a key of the file and the values it takes, separated by commas; repeated: every combination',
    sweepCsv: 'write one line for each combination as CSV',
    target:
      'target of the file, service-level or abandonment; default: service-level, of which 80% within 10 min is expected where the file does not say',
    date: 'a date of the calendar instead of --day: its day type and its factor on the customers',
    per: 'whether the share is promised for the day or to the customers of each half hour, which takes longer; default: day',
    staffCsv:
      'write one line for each group and half hour as CSV, with what one counter less reaches',
    compareCsv: 'write one line for each variant and measure as CSV',
    staffReplications:
      'days that decide, 40 to 1000000; default: as many as make the interval narrow enough, 400 to 4000',
    strictStaff:
      'exit with 3 when the target is missed with all the counters there are, or the days do not decide whether it is',
    from: 'first date; default: the first of this month',
    days: 'dates in a row, 1 to 366; default: as many as the month has',
    monthCsv: 'write one line for each date as CSV',
    strict:
      'exit with 3 when a target of the file is missed: by the value itself, though the interval may hold the target',
    seed: "any text; the same text gives the same customers; default: the file's, else first",
    confidence: "of the intervals, 50% to 99.99%; default: the file's, else 95%",
    rules:
      'module with the rules that the file names under rules.custom; may be repeated; it is run, so use only what you trust',
    workers:
      'threads to simulate in, 1 to 256; changes no number; default: 1 for a short run, else one for each processor',
    json: 'print one JSON document instead of text',
    lang: "language of texts, en or zh; default: the system's",
    arrivals: 'a rate (Poisson), "54 per hour", or a spread of gaps, "fixed 2 min"',
    service: 'spread of the service time: "exponential 5 min", "lognormal 4 min cv 0.8"',
    servers: 'number of servers',
    patience: 'spread of how long customers wait before they leave; default: for ever',
    capacity: 'most customers inside, those in service included; default: no limit',
    discipline:
      'fifo, lifo, random, priority, preemptive-resume or accumulating; default: fifo; the last three need --classes',
    classes:
      'file of classes, { ID: { arrivals, service, patience?, priority, rate? } }; - reads standard input',
    batch: 'so many customers come at each arrival; default: 1',
    over: 'also the share of customers who are in line longer; may be repeated',
    quantiles: 'of the wait, in percent; default: 50,90,95',
    customers: 'of each replication; default: 100000',
    warmUp: 'customers left out at the start of each replication; default: 10000',
    queueReplications: 'independent replications; default: 20',
    queueSeed: 'any text; the same text gives the same customers; default: first',
    queueConfidence: 'of the intervals, 50% to 99.99%; default: 95%',
    queueWorkers: 'threads, 1 to 256; changes no number: a queue is run in one',
  },
  wrong: {
    seeHelp: (command: string) => `\`${command} --help\` shows how it is used.`,
    noCommand: 'A command is missing.',
    unknownCommand: (word: string) => `There is no command "${word}".`,
    unknownOption: (word: string) => `There is no option ${word} here.`,
    missingArgument: (word: string) => `${word} is missing.`,
    missingOption: (word: string) => `The option ${word} is needed.`,
    missingValue: (word: string) => `The option ${word} needs a value.`,
    tooMany: 'There are words too many.',
    noMeasure: (id: string) => `--precision: there is no measure "${id}".`,
    precision: (text: string, example: string) =>
      `--precision ${text}: write how far the interval may reach from the value, such as ${example}.`,
    replications: (text: string) =>
      `--replications ${text}: write a whole number of days from 1 to 1000000.`,
    confidence: (text: string) =>
      `--confidence ${text}: write a share from 50% to 99.99%, such as 95%.`,
    fewDays: (text: string) => `--replications ${text}: write at least 40 days to decide by.`,
    date: (text: string) => `--date ${text}: write a date such as 2026-10-01.`,
    dateAndDay: (date: string) => `--date ${date}: it has its own day type; leave out --day.`,
    closedDate: (date: string) => `--date ${date}: the hall is closed on that date.`,
    per: (text: string) => `--per ${text}: write day or half-hour.`,
    perAbandoned: '--per half-hour: leaving is not counted by half hour; write --per day.',
    unknownTarget: (id: string) => `The file has no target "${id}" to staff for.`,
    from: (text: string) => `--from ${text}: write a date such as 2026-10-01.`,
    days: (text: string) => `--days ${text}: write a whole number of dates from 1 to 366.`,
    workers: (text: string) => `--workers ${text}: write a whole number of threads from 1 to 256.`,
    language: (text: string) => `--lang ${text}: write en or zh.`,
    seed: '--seed: write a text of 1 to 200 characters.',
    rules: (file: string, why: string): string => `--rules ${file}: ${why}`,
    noSuchModule: 'there is no such file. Name a module of rules, FILE.mjs.',
    inputTwice: '--arrivals -: standard input holds the scenario already; name a file.',
    arrivalsOfStaff:
      '--arrivals: a plan is for the many days that may come, not for one that has been. Plan with the demand of the file, and look with run --arrivals how the day goes.',
    arrivalsOfMonth:
      '--arrivals: every date of the month would be the same day. Use run --arrivals for one day.',
    steadyWith: (option: string) =>
      `--steady looks at one long run: ${option} does not go with it.`,
    twice: (option: string, first: string, second: string) =>
      `${option} is given twice: ${first} and ${second}. Give it once.`,
    variantsOf: (ids: readonly string[]) =>
      ids.length > 0 ? `Variants of the file: ${ids.join(', ')}.` : 'The file has no variants.',
    noVariants: '--variants: name at least one variant, such as --variants a,b.',
    unknownVariant: (id: string) => `The file has no variant "${id}".`,
    unknownDay: (id: string) => `The file has no day type "${id}".`,
    known: (ids: readonly string[]) =>
      ids.length > 0 ? `It has: ${ids.join(', ')}.` : 'It has none.',
    didYouMean: (id: string) => `Did you mean "${id}"?`,
    outputIsInput: (option: string, file: string) =>
      `--${option} ${file}: this file is also the input. Name another one.`,
    outputDash: (option: string) =>
      `--${option} -: name a file, or /dev/stdout for standard output.`,
    outputTwice: (file: string) => `${file} is named twice, for two outputs. Name a file for each.`,
    cannotWrite: (file: string, reason: string) => `${file} cannot be written: ${reason}.`,
    reasons: {
      ENOENT: 'there is no such folder',
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EISDIR: 'it is a folder',
      ENOTDIR: 'a part of the path is not a folder',
      ENOSPC: 'the disk is full',
      EROFS: 'the disk is read-only',
    } as Record<string, string>,
    memory: 'Not enough memory for so many days at once. Ask for fewer with --replications.',
    fault: 'This is a fault of hallsim, not of your file:',
  },
  file: {
    missing: (file: string, folder: string) => `There is no file ${file} (looked in ${folder}).`,
    missingFix: 'Check the path.',
    folder: (file: string) => `${file} is a folder.`,
    folderFix: {
      scenario: 'Name a scenario file in it.',
      classes: 'Name a file of classes in it.',
      arrivals: 'Name a CSV file of arrivals in it.',
    },
    unreadable: (file: string, reason: string) => `${file} cannot be read: ${reason}.`,
    unreadableFix: 'Check the file and its permissions.',
    standardInput: 'standard input',
  },
  check: {
    valid: (file: string) => `${file}: valid.`,
    opens: (from: string, to: string) => `open ${from} to ${to}`,
    days: 'day types',
    expected: (id: string, customers: string) => `${id} (${customers} customers expected)`,
    plainDay: (customers: string) => `${customers} customers expected`,
    expectedLabel: 'a day',
    variants: 'variants',
    services: 'services',
    customers: 'customer classes',
    hours: 'hours',
    lasts: (time: string) => `open for ${time} without a break`,
  },
  run: {
    progress: (done: number, of: number, left: string) =>
      `${done} of ${many(of, 'day', 'days')}${left}`,
    timeLeft: (text: string) => `, about ${text} left`,
    took: (seconds: string) => `Took ${seconds} s.`,
    seconds: (n: number) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    writing: (file: string, done: number, of: number) =>
      `writing ${file}: ${done} of ${many(of, 'day', 'days')}`,
    notSimulated: (n: number, file: string) =>
      `${many(n, 'thing', 'things')} of this file ${n === 1 ? 'is' : 'are'} not simulated yet; \`hallsim check ${file}\` names ${n === 1 ? 'it' : 'them'}.`,
    interrupted: (done: number, of: number) =>
      `Interrupted: the answer is that of the ${many(done, 'day', 'days')} finished, of ${of}.`,
    interruptedWriting: (file: string, done: number, of: number) =>
      `Interrupted: ${file} holds ${done} of ${many(of, 'day', 'days')}.`,
    limitFirst: (measure: string, reached: string, wanted: string, days: number) =>
      `${measure}: the limit of ${many(days, 'day', 'days')} came first, at ±${reached} instead of ±${wanted}; --replications sets a higher one.`,
    noPrecision: (measure: string) =>
      `${measure} has no interval in these days, so its precision cannot be reached.`,
    noTargets: '--strict: the file has no target to reach.',
    missedServiceLevel: (value: string, within: string, target: string) =>
      `Target service-level missed: ${value} of everyone who came was served within ${within}; it should be at least ${target}.`,
    missedAbandonment: (value: string, target: string) =>
      `Target abandonment missed: ${value} of everyone who came left while waiting; it should be at most ${target}.`,
  },
  steady: {
    progress: (done: number, of: number, left: string) =>
      `${done} of ${many(of, 'run', 'runs')}${left}`,
    interrupted: (done: number, of: number) =>
      `Interrupted: ${done} of ${many(of, 'run', 'runs')} ${done === 1 ? 'is' : 'are'} finished, too few to be sure where the warm-up ends.`,
    closes: 'The hall opens and closes, so it has no steady state.',
    closesFix: 'Let the day last, such as "lasts": "1000 h", or leave out --steady.',
    run: 'run',
    length: (hours: string, others: number, seed: string) =>
      `${hours} h${others > 0 ? `, and ${others} as long for the warm-up` : ''}, seed "${seed}"`,
    warmUp: 'warm-up',
    warmUpEnd: (hours: string, waits: string) =>
      `ends after ${hours} h and ${waits} waits (MSER-5)`,
    noWarmUp: 'none is seen (MSER-5)',
    batches: 'batches',
    batchesOf: (batches: number, size: string) => `${batches} of ${size} waits`,
    longRun: 'In the long run',
    waits: 'waits that count',
    tooShort: (correlation: string) =>
      `The batches are too short to pass for independent (correlation of their halves ${correlation}): the interval is too narrow. Let the day last longer.`,
    nothing: {
      'few-values': 'Too few waits to say where the warm-up ends: let the day last longer.',
      'late-minimum':
        'No end of the warm-up was found: the run is not much longer than it, or the lines grow for ever. Let the day last longer, or open more counters.',
    },
  },
  queue: {
    progress: (done: number, of: number, left: string) =>
      `${done} of ${many(of, 'replication', 'replications')}${left}`,
    interrupted: (done: number, of: number) =>
      `Interrupted: the answer is that of the ${many(done, 'replication', 'replications')} finished, of ${of}.`,
    arrivalsUnused: '--arrivals is not used: the classes have their own.',
    title: (servers: number) => `One line, ${many(servers, 'server', 'servers')}`,
    customers: 'customers',
    arrivals: 'arrivals',
    written: (text: string) => text,
    inGroups: (size: number) => ` in groups of ${size}`,
    service: 'service',
    patience: 'patience',
    capacity: 'places',
    discipline: 'order',
    disciplines: {
      fifo: 'first come, first served',
      lifo: 'last come, first served',
      random: 'random',
      priority: 'by priority, without interruption',
      'preemptive-resume': 'by priority, with interruption',
      accumulating: 'by priority that grows with the wait',
    } satisfies Record<QueueDiscipline, string>,
    runs: 'replications',
    run: (replications: string, customers: string, warmUp: string, seed: string) =>
      `${replications} of ${customers} customers after ${warmUp}, seed "${seed}"`,
    all: 'All customers',
    simulated: 'simulated',
    noFormula: 'formula',
    difference: 'difference',
    inside: 'within the interval',
    outside: 'outside the interval',
    units: { min: 'min', 'min²': 'min²', share: '', people: 'people' } satisfies Record<
      QueueUnit,
      string
    >,
    noInterval: {
      'nothing-observed': 'nothing observed',
      'one-day': 'no interval from one replication',
      'few-days': 'no interval: too few replications',
      'few-values': 'no interval: too few values',
      'no-variation': 'the same in every replication',
    } satisfies Record<NoIntervalReason, string>,
    why: 'Why: ',
    rounded: 'Differences are taken before rounding.',
  },
  report: {
    scenario: 'scenario',
    day: 'day type',
    plainDay: 'plain day',
    variant: 'variant',
    base: 'base',
    days: 'days',
    eachLasts: (time: string, warmUp: string | null) =>
      `each a run of ${time} without closing${warmUp === null ? '' : `, measured from ${warmUp} on`}`,
    daysAndSeed: (days: number, seed: string) => `${days}, seed "${seed}"`,
    stopped: ' (stopped early)',
    arrivals: 'arrivals',
    target: 'in time',
    within: (target: string) => `within ${target}`,
    withinByDefault: (target: string) =>
      `within ${target} (the default: no service level in the file)`,
    promise: {
      reached: (value: string, interval: string) => `${value} (${interval})`,
      serviceLevel: (reached: string, within: string) =>
        `${reached} of everyone who came was served within ${within}`,
      abandonment: (reached: string, _within: string) =>
        `${reached} of everyone who came left while waiting`,
      promised: {
        serviceLevel: (share: string) => share,
        abandonment: (share: string) => `at most ${share}`,
      },
      met: (sentence: string, promised: string) => `${sentence}; the target of ${promised} is met.`,
      missed: (sentence: string, promised: string) =>
        `${sentence}; the target of ${promised} is missed.`,
      open: (sentence: string, promised: string) =>
        `${sentence}; these days do not tell whether the target of ${promised} is met.`,
      nobody: {
        serviceLevel: (share: string) =>
          `Nobody came: there is no service level to hold against the target of ${share}.`,
        abandonment: (share: string) =>
          `Nobody came who could leave: the target of at most ${share} has nothing to go by.`,
      },
    },
    precision: 'precision',
    precisionRow: (measure: string, wanted: string, reached: string, met: boolean) =>
      `${measure} ±${reached}, ${met ? 'at most' : 'not yet'} ±${wanted}`,
    stopping:
      'days were run until this was so twice in a row: the shorter the interval asked for, the nearer is what it holds to what is promised (Chow and Robbins)',
    fewDays:
      'too few days: with fewer than 20 days, intervals hold the truth less often than they say',
    fewDaysFor: (measures: readonly string[]) =>
      `too few days for ${measures.join(', ')}: the intervals hold the truth less often than they say`,
    confidence: 'intervals',
    intervals: (percent: string, quantiles: string) => `${percent}, quantiles ${quantiles}`,
    quantiles: { exact: 'exact', histogram: 'to 0.1%' },
    engine: 'engine',
    ranOn: (engine: string, date: string) => `${engine}, run on ${date}`,
    groups: { hall: 'Hall', counter: 'Counters', kiosk: 'Kiosks' },
    value: 'value',
    interval: 'interval',
    from: (low: string, high: string) => `${low} to ${high}`,
    units: {
      min: 'min',
      share: '',
      customers: 'a day',
      people: 'people',
      'clerk-min': 'clerk-min a day',
    } satisfies Record<Unit, string>,
    afterOpening: 'min after opening',
    noInterval: {
      'nothing-observed': 'nothing observed',
      'one-day': 'no interval from one day',
      'few-days': 'no interval: too few days',
      'few-values': 'no interval: too few values',
      'no-variation': 'the same every day',
    } satisfies Record<NoIntervalReason, string>,
    wait: {
      title: 'Counter wait, of those served at a counter',
      share: 'share',
      none: 'none',
      calling: 'The call and the walk to the counter are part of every wait.',
      below: (minutes: number) => `below ${minutes} min`,
    },
    by: {
      service: 'By service, a day',
      customer: 'By customer class, a day',
      group: 'By counter group, a day',
      clerk: 'By clerk, a day',
    },
    columns: {
      came: 'came',
      served: 'served',
      inTime: 'in time, of all',
      left: 'left, of all',
      balked: 'turned round, of all',
      unserved: 'refused, of all',
      kiosk: 'kiosk',
      mean: 'wait, min',
      p90: 'P90, min',
      busy: 'busy',
      overtime: 'overtime, min',
    },
    longCourse: (intervals: string) =>
      `The day has ${intervals} intervals, too many to read here: --csv FILE writes them.`,
    course: 'The day, interval by interval',
    courseColumns: {
      time: 'time',
      arrivals: 'arrivals',
      median: 'waiting, median',
      band: '90% of days',
      p90: 'P90 wait, min',
      open: 'open',
      busy: 'busy',
    },
    comma: ', ',
    range: (low: string, high: string) => `${low} to ${high}`,
    balance: (
      p: Record<'came' | 'served' | 'abandoned' | 'balked' | 'unserved' | 'inside', string>,
    ) =>
      `Over all days: ${p.came} came = ${p.served} served + ${p.abandoned} left while waiting + ${p.balked} turned round + ${p.unserved} refused + ${p.inside} inside`,
    again: 'The same numbers again:',
    compare: {
      against: (variant: string) => `${variant}, against the base`,
      base: 'base',
      variant: 'variant',
      change: 'change',
      certain: 'certain',
      notYet: 'not yet certain',
      none: 'no change',
      better: 'certain, better',
      worse: 'certain, worse',
      moreDays: (days: string) => `not yet certain: about ${days} more days`,
      pairing: 'pairing',
      how: 'Certain: the interval of the change, day by day on the same customers, does not contain 0.',
      together: (count: number, all: string, each: string) =>
        `Certain: the interval of the change, day by day on the same customers, does not contain 0, even at ${each}, so that the intervals of all ${count} variants hold together at ${all} (Bonferroni).`,
      worth:
        'Pairing: so many times the days would be needed with other customers for each variant.',
      rounded: 'Changes are taken before rounding.',
      points: 'points',
      flat: 'no change to the last digit shown',
      changed: (measure: string, change: string, interval: string) =>
        `${measure} ${change} (${interval})`,
      news: (variant: string, changes: readonly string[]) => `${variant}: ${changes.join('; ')}.`,
      noNews: (variant: string) =>
        `${variant}: nothing of what is asked first has certainly changed.`,
      open: (measures: readonly string[]) => `Not yet certain: ${measures.join('; ')}.`,
      same: (variant: string) => `${variant}: nothing of what is asked first has changed.`,
    },
  },
};

export type Words = typeof en;
