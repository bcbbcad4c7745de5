const UNITS = { s: '秒', min: '分钟', h: '小时' } as const;

/** A length of time in a sentence: `10 min` is 10 分钟. Any other text stays as it is. */
export function timeZh(text: string): string {
  return text.replace(
    /^([\d.]+) (s|min|h)$/,
    (_, n: string, unit: keyof typeof UNITS) => `${n} ${UNITS[unit]}`,
  );
}
