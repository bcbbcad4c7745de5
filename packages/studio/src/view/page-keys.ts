/** What a key does on the whole page; null when it belongs to a field or to nobody. */
export function pageKey(
  event: KeyboardEvent,
): 'undo' | 'redo' | 'reroll' | 'help' | 'next' | 'previous' | null {
  const [target] = event.composedPath();
  const inField =
    target instanceof HTMLElement &&
    target.matches('input:not([type=radio]):not([type=checkbox]), select, textarea, dialog *');
  if (inField || event.defaultPrevented) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (event.altKey) return null;
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' ? 'redo' : null;
  }
  if (event.altKey) return null;
  switch (key) {
    case 'r':
      return 'reroll';
    case '?':
      return 'help';
    case ']':
      return 'next';
    case '[':
      return 'previous';
    default:
      return null;
  }
}
