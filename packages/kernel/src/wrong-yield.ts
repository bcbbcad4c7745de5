/** A value in words, for messages. */
export function said(value: unknown): string {
  if (typeof value === 'function') return `the function ${value.name || 'without a name'} itself`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
  if ('next' in value) return 'a generator, which is for yield* or for start()';
  return 'name' in value ? `an object named ${said(value.name)}` : 'an object';
}

/**
 * The line of a generator function from the stack of an error that was made in it or below it:
 * the frame that an engine's own `next` has called. Undefined where the engine does not say.
 */
export function lineOf(error: unknown): string | undefined {
  const frames = (error instanceof Error && error.stack?.split('\n')) || [];
  const next = frames.findIndex((frame) => /next(@| \()(<anonymous>|\[native code)/.test(frame));
  return frames[next - 1]?.trim().replace(/^at /, '');
}
