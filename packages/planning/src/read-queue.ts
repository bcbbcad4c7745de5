import { type Issue, minutes } from '@hallsim/scenario';
import { type Checks, issuesOf, said, shownValue } from './checks.js';
import { readClass } from './read-class.js';
import { DISCIPLINES, type Queue, type QueueClass, type QueueSpec } from './queue-spec.js';

/** A question as it comes from outside: of each key it is still unknown what it holds. */
export type LooseQueueSpec = { readonly [Key in keyof QueueSpec]?: unknown };

/** A checked question, or everything that is wrong with it. */
export type ReadQueue =
  | { readonly ok: true; readonly queue: Queue }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const MOST_CUSTOMERS = 100_000_000;

/** Checks a question and fills in every default. Never throws; issues have the key as their path. */
export function readQueue(spec: LooseQueueSpec): ReadQueue {
  const checks = issuesOf();
  const { whole } = checks;
  const servers = whole('servers', spec.servers, 1, 10_000);
  const capacity = whole('capacity', spec.capacity, servers, 100_000, Infinity);
  const batch = whole('batch', spec.batch, 1, 10_000, 1);
  const discipline = disciplineOf(spec, checks);
  const queue: Queue = {
    classes: classesOf(spec, batch, discipline, checks),
    byClass: spec.classes !== undefined,
    servers,
    capacity,
    discipline,
    batch,
    over: overOf(spec, checks),
    quantiles: quantilesOf(spec, checks),
    customers: whole('customers', spec.customers, 1, MOST_CUSTOMERS, 100_000),
    warmUp: whole('warmUp', spec.warmUp, 0, MOST_CUSTOMERS, 10_000),
    replications: whole('replications', spec.replications, 1, 1_000_000, 20),
    seed: seedOf(spec, checks),
    confidence: confidenceOf(spec, checks),
  };
  return checks.issues.length > 0 ? { ok: false, issues: checks.issues } : { ok: true, queue };
}

function disciplineOf({ discipline }: LooseQueueSpec, { add }: Checks): Queue['discipline'] {
  const found = DISCIPLINES.find((one) => one === discipline);
  if (found !== undefined || discipline === undefined) return found ?? 'fifo';
  const list = DISCIPLINES.join(', ');
  add(
    'discipline',
    discipline,
    said(
      `"${shownValue(discipline)}" is no discipline.`,
      `“${shownValue(discipline)}” 不是排队规则。`,
      `Write one of ${list}.`,
      `请写其中之一：${list}。`,
    ),
  );
  return 'fifo';
}

function classesOf(
  spec: LooseQueueSpec,
  batch: number,
  discipline: Queue['discipline'],
  checks: Checks,
): QueueClass[] {
  const { classes, arrivals, service, patience } = spec;
  if (classes === undefined) {
    if (['priority', 'preemptive-resume', 'accumulating'].includes(discipline)) {
      checks.add(
        'discipline',
        discipline,
        said(
          `"${discipline}" tells classes of customers apart, and there are none.`,
          `“${discipline}” 按客户类别叫号，但没有给出类别。`,
          'Declare classes; on the command line with --classes FILE.',
          '请给出客户类别；命令行用 --classes FILE。',
        ),
      );
    }
    return [readClass('customer', '', { arrivals, service, patience }, batch, 'fifo', checks)];
  }
  if (arrivals !== undefined) {
    checks.add(
      'arrivals',
      arrivals,
      said(
        'Arrivals are given twice: the classes have their own.',
        '到达被给出两次：各类客户已有自己的到达。',
        'Leave one of them out.',
        '请去掉其中之一。',
      ),
    );
  }
  if (typeof classes !== 'object' || classes === null || Array.isArray(classes)) {
    checks.add(
      'classes',
      classes,
      said(
        'The classes are no object.',
        '客户类别不是对象。',
        'Write { "ID": { "arrivals": …, "service": … }, … }.',
        '请写成 { "ID": { "arrivals": …, "service": … }, … }。',
      ),
    );
    return [];
  }
  const entries = Object.entries(classes);
  if (entries.length === 0 || entries.length > 100) {
    checks.add(
      'classes',
      null,
      said(
        `There are ${entries.length} classes.`,
        `共有 ${entries.length} 个类别。`,
        'Declare 1 to 100.',
        '请给出 1 至 100 个。',
      ),
    );
  }
  return entries.slice(0, 100).map(([id, one]) => {
    const path = `classes.${id}`;
    return readClass(id, path, one, batch, discipline, checks, { service, patience });
  });
}

function overOf({ over }: LooseQueueSpec, { add }: Checks): Queue['over'] {
  const texts: readonly unknown[] = Array.isArray(over) ? over : over === undefined ? [] : [over];
  return texts.flatMap((text) => {
    try {
      return [{ text: String(text).trim(), minutes: minutes(String(text).trim()) }];
    } catch {
      add(
        'over',
        text,
        said(
          `"${shownValue(text)}" is no time.`,
          `“${shownValue(text)}” 不是时间。`,
          'Write it like "5 min".',
          '请写成 “5 min”。',
        ),
      );
      return [];
    }
  });
}

function quantilesOf(
  { quantiles = [50, 90, 95] }: LooseQueueSpec,
  { add }: Checks,
): Queue['quantiles'] {
  const list: readonly unknown[] = Array.isArray(quantiles) ? quantiles : [quantiles];
  return [...new Set(list)].flatMap((percent) => {
    if (typeof percent === 'number' && percent > 0 && percent < 100) {
      return [{ percent, p: percent / 100 }];
    }
    add(
      'quantiles',
      percent,
      said(
        `"${shownValue(percent)}" is no quantile in percent.`,
        `“${shownValue(percent)}” 不是以百分数表示的分位数。`,
        'Write numbers above 0 and below 100, such as 50,90,95.',
        '请写大于 0 且小于 100 的数，例如 50,90,95。',
      ),
    );
    return [];
  });
}

function seedOf({ seed = 'first' }: LooseQueueSpec, { add }: Checks): string {
  if (typeof seed === 'string' && seed.length >= 1 && seed.length <= 200) return seed;
  add(
    'seed',
    seed,
    said(
      'The seed is no text of 1 to 200 characters.',
      '种子不是 1 至 200 个字符的文字。',
      'Write any word.',
      '请写任意文字。',
    ),
  );
  return 'first';
}

function confidenceOf({ confidence = 0.95 }: LooseQueueSpec, { add }: Checks): number {
  if (typeof confidence === 'number' && confidence >= 0.5 && confidence <= 0.9999)
    return confidence;
  add(
    'confidence',
    confidence,
    said(
      `The confidence is ${shownValue(confidence)}.`,
      `置信度为 ${shownValue(confidence)}。`,
      'Give 0.5 to 0.9999.',
      '请给出 0.5 至 0.9999。',
    ),
  );
  return 0.95;
}
