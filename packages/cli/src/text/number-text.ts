import type { Unit } from '@hallsim/experiment';

/** Digits behind the point for people; `--json` has all of them. A share is shown in percent. */
const DECIMALS: Readonly<Record<Unit, number>> = {
  min: 2,
  share: 1,
  customers: 1,
  people: 2,
  'clerk-min': 1,
};

/** What stands for a number that does not exist. */
export const NOTHING = '–';

/** `1,234.5`; a zero has no sign. */
export function decimal(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  const [whole = '', rest] = (Number(text) === 0 ? (0).toFixed(decimals) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** `997`, `619.5`: one decimal where there is one. */
export function plain(value: number): string {
  return decimal(value, Number.isInteger(Number(value.toFixed(1))) ? 0 : 1);
}

/** `79.4%` of 0.794. */
export function percent(share: number): string {
  return `${decimal(100 * share, 1)}%`;
}

/** A measure's value without its unit, but with the sign of a percentage. */
export function valueText(value: number | null, unit: Unit): string {
  if (value === null) return NOTHING;
  return unit === 'share' ? percent(value) : decimal(value, DECIMALS[unit]);
}

/** A change with its sign; that of a share is in percentage points, without the word. */
export function changeText(value: number | null, unit: Unit): string {
  if (value === null) return NOTHING;
  const text = decimal(unit === 'share' ? 100 * value : value, DECIMALS[unit]);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
