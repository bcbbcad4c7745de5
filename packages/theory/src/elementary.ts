/*
 * log, exp, sin and their kin from + - * / alone: the last bits of Math.log and its kin differ from
 * engine to engine. Written apart from @hallsim/stats on purpose: theory shares no code with the
 * simulator, so that an agreement of the two is evidence. Taylor and Mercator series after an exact
 * reduction of the argument; errors of one or two units in the last place.
 */

/** log 2 in two parts; the high part has so few bits that k * LN2_HIGH is exact. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.44269504088896340736;
/** π/2 in three parts of 33 bits. */
const HALF_PI = [1.57079632673412561417, 6.0771005063039659767e-11, 2.02226624879595063154e-21];

const view = new DataView(new ArrayBuffer(8));

const LOWEST = -1074;
const powersOfTwo = new Float64Array(2099);
for (let k = 0, up = 1, down = 1; k <= 1074; k++, up *= 2, down *= 0.5) {
  if (k < 1024) powersOfTwo[k - LOWEST] = up;
  powersOfTwo[-k - LOWEST] = down;
}

/** y 2^k, rounded once where the result is a normal double. */
function scale(y: number, k: number): number {
  if (k > 1023) return y * 2 * (powersOfTwo[1023 - LOWEST] as number);
  if (k < -1022)
    return y * (powersOfTwo[k + 60 - LOWEST] as number) * (powersOfTwo[-60 - LOWEST] as number);
  return y * (powersOfTwo[k - LOWEST] as number);
}

/** exp(r) - 1 for |r| <= log(2) / 2, by its Taylor series to r^14. */
function smallExpm1(r: number): number {
  let sum = 0;
  for (let i = 14; i >= 3; i--) sum = (sum + 1) * (r * (INVERSE[i] as number));
  return r + r * r * 0.5 * (1 + sum);
}

const INVERSE = Float64Array.from({ length: 32 }, (_, i) => 1 / i);

/** e to the power x. Above 709.79 Infinity, below -745.2 zero. */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : NaN;
  if (x < -745.2) return 0;
  const k = Math.round(x * INVERSE_LN2);
  return scale(1 + smallExpm1(x - k * LN2_HIGH - k * LN2_LOW), k);
}

/** exp(x) - 1 without cancellation near 0. */
export function expm1(x: number): number {
  return x > -0.34 && x < 0.34 ? smallExpm1(x) : exp(x) - 1;
}

/** Natural logarithm; 0 gives -Infinity, x < 0 NaN. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return Infinity;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    k = -54;
  }
  view.setFloat64(0, x);
  k += (view.getUint16(0) >> 4) - 1023;
  view.setUint16(0, (view.getUint16(0) & 0xf) | 0x3ff0);
  let m = view.getFloat64(0);
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k += 1;
  }
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  let sum = 0;
  for (let i = 23; i >= 3; i -= 2) sum = z * (sum + 2 * (INVERSE[i] as number));
  const half = 0.5 * f * f;
  return k * LN2_HIGH - (half - (s * (half + sum) + k * LN2_LOW) - f);
}

/** log(1 + x) without the rounding of 1 + x. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1) return x;
  return u < Infinity ? log(u) * (x / (u - 1)) : log(u);
}

/** x to a whole power n >= 0, by repeated squaring. */
export function powInt(x: number, n: number): number {
  let result = 1;
  for (let base = x, k = n; k > 0; k = Math.floor(k / 2), base *= base) {
    if (k % 2 === 1) result *= base;
  }
  return result;
}

/** x to the power y for x >= 0. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  return exp(y * log(x));
}

/** Sine and cosine of x radians, for |x| below 1e5. */
export function sinCos(x: number): [sin: number, cos: number] {
  const k = Math.round(x / (HALF_PI[0] as number));
  const r = HALF_PI.reduce((rest, part) => rest - k * part, x);
  const z = r * r;
  let s = 0;
  let c = 0;
  for (let i = 18; i >= 2; i -= 2) {
    c = (1 + c) * (-z / ((i - 1) * i));
    s = (1 + s) * (-z / (i * (i + 1)));
  }
  const sin = r + r * s;
  const cos = 1 + c;
  const quadrant = ((k % 4) + 4) % 4;
  if (quadrant === 0) return [sin, cos];
  if (quadrant === 1) return [cos, -sin];
  return quadrant === 2 ? [-sin, -cos] : [-cos, sin];
}

/** Sine of x radians, for |x| below 1e5. */
export function sin(x: number): number {
  return sinCos(x)[0];
}

/** Cosine of x radians, for |x| below 1e5. */
export function cos(x: number): number {
  return sinCos(x)[1];
}
