/**
 * Asks the page to point all its charts at one minute of the day (`null`: at none).
 * The page answers by setting `crosshair` on each chart.
 */
export class CrosshairEvent extends CustomEvent<{ readonly minute: number | null }> {
  static readonly type = 'hall-crosshair';
  constructor(minute: number | null) {
    super(CrosshairEvent.type, { detail: { minute }, bubbles: true, composed: true });
  }
}

/** What an arrow key does to the index of the slot a reader stands on; `null` for other keys. */
export function walk(key: string, index: number, count: number): number | null {
  const last = count - 1;
  if (last < 0) return null;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return index < 0 ? last : Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return index < 0 ? 0 : Math.min(last, index + 1);
    case 'PageDown':
      return Math.max(0, index - 4);
    case 'PageUp':
      return Math.min(last, Math.max(0, index) + 4);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
