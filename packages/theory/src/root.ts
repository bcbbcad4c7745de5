/**
 * The x in [low, high] where f changes its sign, to the last bits (bisection steered by secants:
 * the Illinois form of regula falsi, Dowell & Jarratt, BIT 11 (1971) 168-174).
 *
 * @param f continuous, with f(low) and f(high) of different signs (or one of them 0)
 */
export function root(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  let wide = Math.abs(b - a);
  for (let round = 0; round < 300; round++) {
    // halve whenever two secants did not
    const halve = round % 3 === 2 && Math.abs(b - a) > 0.25 * wide;
    if (round % 3 === 2) wide = Math.abs(b - a);
    let x = halve ? 0.5 * (a + b) : b - (fb * (b - a)) / (fb - fa);
    if (!(x > Math.min(a, b) && x < Math.max(a, b))) x = 0.5 * (a + b);
    if (x === a || x === b) return Math.abs(fa) < Math.abs(fb) ? a : b;
    const fx = f(x);
    if (fx === 0) return x;
    if (fx < 0 !== fb < 0) {
      a = b;
      fa = fb;
    } else fa *= 0.5;
    b = x;
    fb = fx;
    if (Math.abs(b - a) <= 4e-16 * Math.max(Math.abs(a), Math.abs(b))) return b;
  }
  return b;
}

/**
 * Smallest t >= 0 with tail(t) <= 1 - p, for a tail that falls continuously from tail(0) to 0.
 *
 * @param scale a time of the right order, from which the search doubles
 */
export function quantileOfTail(tail: (t: number) => number, p: number, scale: number): number {
  const rest = 1 - p;
  if (tail(0) <= rest) return 0;
  let high = scale;
  while (tail(high) > rest) high *= 2;
  return root((t) => tail(t) - rest, high === scale ? 0 : 0.5 * high, high);
}
