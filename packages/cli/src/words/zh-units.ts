const UNITS = { s: '秒', min: '分钟', h: '小时' } as const;
const TIMES = { min: '每分钟', hour: '每小时', day: '每天' } as const;

/** A length of time in a sentence: `10 min` is 10 分钟. Any other text stays as it is. */
export function timeZh(text: string): string {
  return text.replace(
    /^([\d.]+) (s|min|h)$/,
    (_, n: string, unit: keyof typeof UNITS) => `${n} ${UNITS[unit]}`,
  );
}

/** A rate of customers in a sentence: `54 per hour` is 每小时 54 人. Any other text stays as it is. */
export function rateZh(text: string): string {
  return text.replace(
    /^([\d.]+) per (min|hour|day)$/,
    (_, n: string, time: keyof typeof TIMES) => `${TIMES[time]} ${n} 人`,
  );
}
