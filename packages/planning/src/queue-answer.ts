import { ENGINE } from '@hallsim/experiment';
import type { Bilingual } from '@hallsim/scenario';
import { missed } from './agreement.js';
import type { FormulaValues } from './formula-values.js';
import { formulaSentence, REASONS } from './formula-words.js';
import { isStable, queueFormula } from './queue-formula.js';
import { queueValues, type QueueValues } from './queue-measures.js';
import { offeredLoad, type Queue } from './queue-spec.js';
import { simulateQueue, type SimulateQueueOptions } from './simulate-queue.js';

/** How an answer was made: enough to make it again. */
export interface QueueCard {
  readonly engine: string;
  readonly seed: string;
  /** Replications finished. */
  readonly replications: number;
  /** Customers of each after the warm-up, and in it. */
  readonly customers: number;
  readonly warmUp: number;
  readonly confidence: number;
  /** Whether quantiles are order statistics or come from a histogram of relative width 0.1 %. */
  readonly quantiles: 'exact' | 'histogram';
  /** False when the run was stopped early. */
  readonly complete: boolean;
}

/** A queue beside its formula: the document `hallsim-queue/1`. */
export interface QueueAnswer {
  readonly format: 'hallsim-queue/1';
  readonly run: QueueCard;
  /** Null where the line would grow for ever. */
  readonly simulated: QueueValues | null;
  /** The same ids as numbers, and a name; null where no formula is near. */
  readonly formula: NamedFormula | null;
  /** Why the two are the same, or are not. */
  readonly why: string;
  readonly by?: ByClass<QueueValues>;
}

/** Values by class of customers. */
export interface ByClass<Values> {
  readonly class: Readonly<Record<string, Values>>;
}

/** A formula's numbers by id, null where it says nothing. */
export interface NamedFormula {
  readonly name: string;
  /** Where it tells classes apart. */
  readonly by?: ByClass<FormulaValues>;
  readonly [id: string]: number | null | string | ByClass<FormulaValues> | undefined;
}

export interface AnswerOptions extends SimulateQueueOptions {
  /** Language of `why`. Default `en`. */
  readonly language?: 'en' | 'zh';
}

/**
 * Simulates a queue and puts its formula beside it.
 *
 * @returns `simulated` and `formula` null where the queue is unstable; `why` says so
 */
export async function answerQueue(
  queue: Queue,
  { language = 'en', ...options }: AnswerOptions = {},
): Promise<QueueAnswer> {
  const { seed, customers, warmUp, confidence, replications } = queue;
  const card = { engine: ENGINE, seed, replications, customers, warmUp, confidence };
  if (!isStable(queue)) {
    return {
      format: 'hallsim-queue/1',
      run: { ...card, replications: 0, quantiles: 'exact', complete: true },
      simulated: null,
      formula: null,
      why: unstable(queue)[language],
    };
  }
  const { all, classes, replications: done } = await simulateQueue(queue, options);
  const formula = queueFormula(queue);
  const byClass = formula?.byClass ?? {};
  const simulated = queueValues(all, queue);
  const simulatedByClass = Object.fromEntries(
    (queue.byClass ? queue.classes : []).map((one) => [
      one.id,
      queueValues(classes[one.id]!, queue, one),
    ]),
  );
  const why =
    formula === null
      ? noFormula
      : formulaSentence(formula.name, formula.kind, [
          ...formula.reasons,
          ...(formula.kind === 'exact' ? missed(formula, queue, simulated, simulatedByClass) : []),
        ]);
  return {
    format: 'hallsim-queue/1',
    run: {
      ...card,
      replications: done,
      quantiles: all.waits.exact ? 'exact' : 'histogram',
      complete: done === replications,
    },
    simulated,
    formula: formula && {
      name: formula.name,
      ...formula.values,
      ...(Object.keys(byClass).length > 0 && { by: { class: byClass } }),
    },
    why: why[language],
    ...(queue.byClass && { by: { class: simulatedByClass } }),
  };
}

const noFormula: Bilingual = {
  en: `no formula: ${REASONS.someLeave().en}.`,
  zh: `没有公式：${REASONS.someLeave().zh}。`,
};

/** Why the line would grow for ever, and the ways out. */
function unstable({ classes, servers }: Queue): Bilingual {
  const load = offeredLoad(classes);
  const shown = String(Number(load.toPrecision(4)));
  const percent = String(Number(((100 * load) / servers).toPrecision(4)));
  const enough = Math.floor(load) + 1;
  return {
    en:
      `unstable: the utilisation would be ${percent} %, since the work that arrives keeps ${shown} ` +
      `servers busy and there ${servers === 1 ? 'is 1' : `are ${servers}`}; the line grows for ever. ` +
      `Use at least ${enough} servers, or say that customers leave (patience) or are turned away (capacity).`,
    zh:
      `不稳定：服务强度将为 ${percent} %，到达的业务量需要 ${shown} 个窗口，而只有 ${servers} 个，队列会无限增长。` +
      `请至少使用 ${enough} 个窗口，或给出耐心时间（patience）或容量（capacity）。`,
  };
}
