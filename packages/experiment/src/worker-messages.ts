import type { ArmPlan } from './arm-plan.js';
import type { DayColumns } from './day-columns.js';
import type { Failure } from './failure.js';

/** What a pool asks of a worker. */
export type Request =
  /** Here is a study; its batches follow. */
  | { readonly type: 'study'; readonly study: number; readonly plans: readonly ArmPlan[] }
  /** Run days of every arm; answered under the batch's number. */
  | {
      readonly type: 'days';
      readonly study: number;
      readonly batch: number;
      readonly from: number;
      readonly count: number;
      /** Comes back for new days: memory that changes hands is never copied, nor made anew. */
      readonly memory: readonly ArrayBuffer[];
    }
  /** The study is over: drop it, and what of it is not begun. */
  | { readonly type: 'forget'; readonly study: number };

/** What a worker answers: `ready` once, then one answer to each batch. */
export type Answer =
  | { readonly type: 'ready'; readonly engine: string }
  | { readonly type: 'days'; readonly batch: number; readonly arms: readonly DayColumns[] }
  | { readonly type: 'failed'; readonly batch: number; readonly failure: Failure }
  | { readonly type: 'dropped'; readonly batch: number };
