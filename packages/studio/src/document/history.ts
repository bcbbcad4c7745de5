/** Undo and redo over immutable documents. */
export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** Names the act that made the present, so that one drag is one step. */
  readonly gesture: string | null;
}

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/**
 * A new present. Edits of the same gesture replace each other: undo goes back to before the
 * gesture. What had been undone is forgotten.
 */
export function record<T>(history: History<T>, next: T, gesture: string | null = null): History<T> {
  if (next === history.present) return history;
  const same = gesture !== null && gesture === history.gesture;
  const past = same ? history.past : [...history.past, history.present];
  return { past, present: next, future: [], gesture };
}

export function undo<T>(history: History<T>): History<T> {
  const previous = history.past.at(-1);
  if (previous === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    gesture: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, gesture: null };
}
