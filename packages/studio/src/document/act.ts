import { begin, type History, record, redo, undo } from './history.js';
import { editStaffing, MOST_DAYS, type StudioDocument } from './studio-document.js';

/** Everything a planner can do to the document. */
export type Action =
  | { readonly type: 'open'; readonly document: StudioDocument }
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'show'; readonly variant: string | null }
  | {
      readonly type: 'staffing';
      readonly group: string;
      readonly values: readonly number[];
      readonly gesture: number;
    }
  | { readonly type: 'seed'; readonly seed: string }
  | { readonly type: 'replications'; readonly replications: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'reset' };

/** The history after an action. Opening another file begins a new one; a reset can be undone. */
export function act(history: History<StudioDocument>, action: Action): History<StudioDocument> {
  const now = history.present;
  switch (action.type) {
    case 'open':
      return begin(action.document);
    case 'day':
      return record(history, { ...now, day: action.day });
    case 'show':
      return record(history, { ...now, shown: action.variant });
    case 'staffing':
      return record(
        history,
        editStaffing(now, action.group, action.values),
        `staffing ${action.group} ${action.gesture}`,
      );
    case 'seed':
      return action.seed === '' ? history : record(history, { ...now, seed: action.seed });
    case 'replications':
      return record(history, {
        ...now,
        replications: Math.max(2, Math.min(MOST_DAYS, Math.round(action.replications) || 2)),
      });
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'reset':
      return record(history, history.past[0] ?? now);
  }
}

/** An action on its way from a view to the page. */
export class ActionEvent extends CustomEvent<Action> {
  static readonly type = 'studio-action';
  constructor(action: Action) {
    super(ActionEvent.type, { detail: action, bubbles: true, composed: true });
  }
}
