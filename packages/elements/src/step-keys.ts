/**
 * What a key does to a step's count: arrows by one, Page Up and Page Down by three, Home to none,
 * End to all; `null` for other keys. The answer stays within 0..max.
 */
export function stepped(key: string, value: number, max: number): number | null {
  switch (key) {
    case 'ArrowUp':
      return within(value + 1, max);
    case 'ArrowDown':
      return within(value - 1, max);
    case 'PageUp':
      return within(value + 3, max);
    case 'PageDown':
      return within(value - 3, max);
    case 'Home':
      return 0;
    case 'End':
      return max;
    default:
      return null;
  }
}

/** The nearest whole number from 0 to `max`. */
export function within(value: number, max: number): number {
  return Math.max(0, Math.min(max, Math.round(value)));
}
