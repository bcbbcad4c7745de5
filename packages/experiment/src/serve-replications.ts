import { type ArmPlan, type Recorder, recordersOf } from './arm-plan.js';
import { Breath } from './breath.js';
import { memoryOf, portable } from './day-columns.js';
import { ENGINE } from './engine.js';
import { failureOf } from './failure.js';
import { loadRules } from './rule-modules.js';
import type { Answer, Request } from './worker-messages.js';

async function ready(plans: readonly ArmPlan[]): Promise<readonly Recorder[]> {
  await loadRules(plans.flatMap(({ rules = [] }) => rules));
  return recordersOf(plans);
}

/** The part of a worker's `self` that is used. */
export interface WorkerScope {
  postMessage(message: unknown, options: { transfer: ArrayBuffer[] }): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

type DaysRequest = Extract<Request, { type: 'days' }>;

/**
 * Makes a worker of `workerRunner`: `serveReplications(self)` is the whole file.
 * @param scope `self` of the worker
 */
export function serveReplications(scope: WorkerScope): void {
  const studies = new Map<number, () => Promise<readonly Recorder[]>>();
  const queue: DaysRequest[] = [];
  /** Memory that came back, for the next days. */
  let spare: ArrayBuffer[] = [];
  const breath = new Breath();
  let busy = false;
  const send = (answer: Answer, transfer: ArrayBuffer[] = []): void => {
    scope.postMessage(answer, { transfer });
  };

  const answer = async (request: DaysRequest): Promise<void> => {
    const { batch } = request;
    const recorders = studies.get(request.study);
    if (recorders === undefined) {
      send({ type: 'dropped', batch });
      return;
    }
    try {
      const { from, count } = request;
      const made = await recorders();
      const arms = made.map((one) => portable(one.run(from, count), spare.pop()));
      send({ type: 'days', batch, arms }, memoryOf(arms));
    } catch (error) {
      send({ type: 'failed', batch, failure: failureOf(error) });
    }
  };

  const work = async (): Promise<void> => {
    busy = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      await answer(next);
      // So that the word to forget a study is heard before its next batch.
      await breath.take();
    }
    busy = false;
  };

  scope.addEventListener('message', ({ data }) => {
    const request = data as Request;
    switch (request.type) {
      case 'study': {
        let made: Promise<readonly Recorder[]> | undefined;
        const { plans } = request;
        studies.set(request.study, () => (made ??= ready(plans)));
        break;
      }
      case 'days':
        queue.push(request);
        spare.push(...request.memory);
        if (!busy) void work();
        break;
      case 'forget':
        studies.delete(request.study);
        if (studies.size === 0) spare = [];
        break;
    }
  });
  send({ type: 'ready', engine: ENGINE });
}
