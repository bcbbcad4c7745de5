/** A place in a scenario document: keys and list positions from the root. */
export type SettingPath = readonly (string | number)[];

// One step: `key`, `[3]` or `["09:30"]`; a key may hold anything but dots and brackets.
const step = /\.?([^.[\]]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * The place that a text names, as issues write it: `kiosks.count`, `staff.trainee.skills[0]`,
 * `demand.arrivals["09:30"]`; `demand.arrivals.09:30` is understood too. `null` for what is no place.
 */
export function settingPath(text: string): SettingPath | null {
  const path: (string | number)[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (found === null) return null;
    const [whole, key, position, quoted] = found;
    // A key follows a dot, but for the first, which stands alone.
    if (path.length === 0 && (key === undefined || whole.startsWith('.'))) return null;
    if (path.length > 0 && key !== undefined && !whole.startsWith('.')) return null;
    if (position !== undefined) path.push(Number(position));
    else if (quoted !== undefined) {
      const name = unquoted(quoted);
      if (name === null) return null;
      path.push(name);
    } else path.push(key!);
  }
  return path.length > 0 ? path : null;
}

function unquoted(inside: string): string | null {
  try {
    return JSON.parse(`"${inside}"`) as string;
  } catch {
    return null;
  }
}
