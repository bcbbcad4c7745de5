import type { Language } from './language.js';

/** Numbers as the reader's language writes them. */
export interface Numbers {
  /** 1,240 */
  whole(value: number): string;
  /** 3.4; whole from 1,000 on */
  one(value: number): string;
  /** 0.913 → "91.3%" */
  percent(share: number): string;
  /** 0.913 → "91.3", for intervals that name the sign once */
  percentBare(share: number): string;
  /** A promised share, without idle zeros: 0.85 → "85%", 0.925 → "92.5%" */
  promise(share: number): string;
  /**
   * A change with its sign: 2.1 → "+2.1", -0.5 → "−0.5". With `fine`, the width of its interval
   * where that is known, small changes get a second decimal.
   */
  signed(value: number, fine?: number): string;
}

export function numbers(language: Language): Numbers {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const promise = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signed = [1, 2].map(
    (digits) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        signDisplay: 'exceptZero',
      }),
  );
  const minus = (text: string): string => text.replace('-', '−');
  return {
    whole: (value) => whole.format(value),
    one: (value) => (Math.abs(value) > 999.9 ? whole : one).format(value),
    percent: (share) => `${one.format(share * 100)}%`,
    percentBare: (share) => one.format(share * 100),
    promise: (share) => `${promise.format(share * 100)}%`,
    signed: (value, fine = Infinity) => minus((signed[fine < 0.2 ? 1 : 0] ?? one).format(value)),
  };
}
