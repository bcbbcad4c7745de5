import { type History, record, redo, undo } from './history.js';
import { editStaffing, type StudioDocument } from './studio-document.js';

/** Everything a planner can do to the document. */
export type Action =
  | { readonly type: 'open'; readonly document: StudioDocument }
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'show'; readonly variant: string | null }
  | {
      readonly type: 'staffing';
      readonly group: string;
      readonly values: readonly number[];
      /** Edits of one gesture are undone at once. */
      readonly gesture: number | string;
    }
  | { readonly type: 'seed'; readonly seed: string }
  | { readonly type: 'replications'; readonly replications: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'reset' };

/** The history after an action. Everything can be undone, also opening another file and a reset. */
export function act(history: History<StudioDocument>, action: Action): History<StudioDocument> {
  const now = history.present;
  switch (action.type) {
    case 'open':
      return record(history, action.document);
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
        replications: Math.max(2, Math.round(action.replications) || 2),
      });
    case 'undo':
      return undo(history);
    case 'redo':
      return redo(history);
    case 'reset':
      return record(history, asOpened(history));
  }
}

/** The newest file's document as it was before the first edit. */
export function asOpened({ past, present }: History<StudioDocument>): StudioDocument {
  return past.find(({ opened }) => opened === present.opened) ?? present;
}

/** An action on its way from a view to the page. */
export class ActionEvent extends CustomEvent<Action> {
  static readonly type = 'studio-action';
  constructor(action: Action) {
    super(ActionEvent.type, { detail: action, bubbles: true, composed: true });
  }
}
