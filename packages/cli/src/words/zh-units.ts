const UNITS = { s: '秒', min: '分钟', h: '小时' } as const;

const PER = { hour: '每小时', min: '每分钟', day: '每天' } as const;
const FAMILIES: Readonly<Record<string, string>> = {
  exponential: '指数分布',
  lognormal: '对数正态分布',
  gamma: '伽马分布',
  erlang: '爱尔朗分布',
  hyperexponential: '超指数分布',
  weibull: '韦布尔分布',
};

/** A rate or a spread as the options of `queue` write it: `54 per hour`, `lognormal 4 min cv 0.8`. Any other text stays as it is. */
export function spreadZh(text: string): string {
  const rate = /^([\d.]+) per (hour|min|day)$/.exec(text);
  if (rate !== null) return `${PER[rate[2] as keyof typeof PER]} ${rate[1]} 人`;
  const fixed = /^fixed (\S+ \S+)$/.exec(text);
  if (fixed !== null) return `固定 ${timeZh(fixed[1]!)}`;
  const uniform = /^uniform (\S+ \S+) to (\S+ \S+)$/.exec(text);
  if (uniform !== null) return `均匀分布，${timeZh(uniform[1]!)}至 ${timeZh(uniform[2]!)}`;
  const [, family = '', mean = '', kind, number] =
    /^(\w+) (\S+ \S+?)(?: (cv|k) (\S+))?$/.exec(text) ?? [];
  const name = FAMILIES[family];
  if (name === undefined) return text;
  const shape =
    kind === undefined ? '' : kind === 'cv' ? `，变异系数 ${number}` : `，k = ${number}`;
  return `${name}，均值 ${timeZh(mean)}${shape}`;
}

/** A length of time in a sentence: `10 min` is 10 分钟. Any other text stays as it is. */
export function timeZh(text: string): string {
  return text.replace(
    /^([\d.]+) (s|min|h)$/,
    (_, n: string, unit: keyof typeof UNITS) => `${n} ${UNITS[unit]}`,
  );
}
