import type { Language } from './language.js';

/** Numbers as the reader's language writes them. */
export interface Numbers {
  /** 1,240 */
  whole(value: number): string;
  /** 3.4; whole from 100 on */
  one(value: number): string;
  /** 0.913 → "91.3%" */
  percent(share: number): string;
  /** 0.913 → "91.3", for intervals that name the sign once */
  percentBare(share: number): string;
  /** 0.021 → "+2.1", -0.5 → "−0.5", in points */
  signedPoints(share: number): string;
  /** 2.1 → "+2.1", -0.5 → "−0.5" */
  signed(value: number): string;
}

export function numbers(language: Language): Numbers {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const one = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const signed = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const minus = (text: string): string => text.replace('-', '−');
  return {
    whole: (value) => whole.format(value),
    one: (value) => (Math.abs(value) >= 99.95 ? whole : one).format(value),
    percent: (share) => `${one.format(share * 100)}%`,
    percentBare: (share) => one.format(share * 100),
    signedPoints: (share) => minus(signed.format(share * 100)),
    signed: (value) => minus(signed.format(value)),
  };
}
