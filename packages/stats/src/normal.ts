/*
 * The normal distribution, on our own log and exp (Math.log is banned: see log.ts).
 *
 * Quantile: M. J. Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution",
 * Applied Statistics 37 (1988) 477-484, routine PPND16.
 * Distribution function: W. J. Cody, "Rational Chebyshev Approximations for the Error Function",
 * Math. Comp. 23 (1969) 631-638, in the form for the normal integral of his ANORM (ACM TOMS 19,
 * 1993, Algorithm 715).
 */
import { exp } from './exp.js';
import { log } from './log.js';

/**
 * Standard normal quantile, relative error below 1e-15.
 *
 * @param p probability; 0 gives -Infinity, 1 gives Infinity, outside [0, 1] and NaN give NaN
 * @param q 1 - p where the caller knows it better than 1 - p rounds: the upper tail then keeps
 *   its digits (p = 1, q = 1e-30 is 11.46)
 */
export function normalQuantile(p: number, q: number = 1 - p): number {
  const d = p <= q ? p - 0.5 : 0.5 - q;
  if (d >= -0.425 && d <= 0.425) {
    const r = 0.180625 - d * d;
    return (
      (d *
        (((((((r * 2509.0809287301226727 + 33430.575583588128105) * r + 67265.770927008700853) * r +
          45921.953931549871457) *
          r +
          13731.693765509461125) *
          r +
          1971.5909503065514427) *
          r +
          133.14166789178437745) *
          r +
          3.387132872796366608)) /
      (((((((r * 5226.495278852545925 + 28729.085735721942674) * r + 39307.89580009271061) * r +
        21213.794301586595867) *
        r +
        5394.1960214247511077) *
        r +
        687.1870074920579083) *
        r +
        42.313330701600911252) *
        r +
        1)
    );
  }
  const tail = d < 0 ? p : q;
  if (!(tail > 0)) return tail === 0 ? (d < 0 ? -Infinity : Infinity) : NaN;
  let r = Math.sqrt(-log(tail));
  let x: number;
  if (r <= 5) {
    r -= 1.6;
    x =
      (((((((r * 7.7454501427834140764e-4 + 0.0227238449892691845833) * r +
        0.24178072517745061177) *
        r +
        1.27045825245236838258) *
        r +
        3.64784832476320460504) *
        r +
        5.7694972214606914055) *
        r +
        4.6303378461565452959) *
        r +
        1.42343711074968357734) /
      (((((((r * 1.05075007164441684324e-9 + 5.475938084995344946e-4) * r +
        0.0151986665636164571966) *
        r +
        0.14810397642748007459) *
        r +
        0.68976733498510000455) *
        r +
        1.6763848301838038494) *
        r +
        2.05319162663775882187) *
        r +
        1);
  } else {
    r -= 5;
    x =
      (((((((r * 2.01033439929228813265e-7 + 2.71155556874348757815e-5) * r +
        0.0012426609473880784386) *
        r +
        0.026532189526576123093) *
        r +
        0.29656057182850489123) *
        r +
        1.7848265399172913358) *
        r +
        5.4637849111641143699) *
        r +
        6.6579046435011037772) /
      (((((((r * 2.04426310338993978564e-15 + 1.4215117583164458887e-7) * r +
        1.8463183175100546818e-5) *
        r +
        7.868691311456132591e-4) *
        r +
        0.0148753612908506148525) *
        r +
        0.13692988092273580531) *
        r +
        0.59983220655588793769) *
        r +
        1);
  }
  return d < 0 ? -x : x;
}

/**
 * Standard normal distribution function, relative error below 1e-14 in both tails wherever the
 * result is a normal double; the upper tail is `normalCdf(-x)`.
 *
 * @param x any double; below -38.5 gives 0, NaN gives NaN
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.67448975) {
    const z = y > 1.1102230246251565e-16 ? x * x : 0;
    const up =
      (((0.065682337918207449113 * z + 2.2352520354606839287) * z + 161.02823106855587881) * z +
        1067.6894854603709582) *
        z +
      18154.981253343561249;
    const down =
      (((z + 47.20258190468824187) * z + 976.09855173777669322) * z + 10260.932208618978205) * z +
      45507.789335026729956;
    return 0.5 + (x * up) / down;
  }
  if (!(y < 40)) return y !== y ? NaN : x > 0 ? 1 : 0;
  const tail = y <= 5.656854249492381 ? middle(y) : far(y);
  return x > 0 ? 1 - tail : tail;
}

/** exp(-y²/2) with y² split so that its rounding does not show in the exponential. */
function bell(y: number): number {
  const coarse = Math.floor(y * 16) / 16;
  return exp(-0.5 * coarse * coarse) * exp(-0.5 * (y - coarse) * (y + coarse));
}

function middle(y: number): number {
  const up =
    (((((((1.0765576773720192317e-8 * y + 0.39894151208813466764) * y + 8.8831497943883759412) * y +
      93.506656132177855979) *
      y +
      597.27027639480026226) *
      y +
      2494.5375852903726711) *
      y +
      6848.1904505362823326) *
      y +
      11602.651437647350124) *
      y +
    9842.7148383839780218;
  const down =
    (((((((y + 22.266688044328115691) * y + 235.38790178262499861) * y + 1519.377599407554805) * y +
      6485.558298266760755) *
      y +
      18615.571640885098091) *
      y +
      34900.952721145977266) *
      y +
      38912.003286093271411) *
      y +
    19685.429676859990727;
  return (bell(y) * up) / down;
}

function far(y: number): number {
  const z = 1 / (y * y);
  const up =
    ((((0.02307344176494017303 * z + 0.21589853405795699) * z + 0.1274011611602473639) * z +
      0.022235277870649807) *
      z +
      0.001421619193227893466) *
      z +
    2.9112874951168792e-5;
  const down =
    ((((z + 1.28426009614491121) * z + 0.468238212480865118) * z + 0.0659881378689285515) * z +
      0.00378239633202758244) *
      z +
    7.29751555083966205e-5;
  return (bell(y) * (0.3989422804014326779 - (z * up) / down)) / y;
}
