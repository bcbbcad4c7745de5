import { exp, sinCos } from './elementary.js';

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const complex = (re: number, im = 0): Complex => ({ re, im });

export const plus = (a: Complex, b: Complex): Complex => complex(a.re + b.re, a.im + b.im);

export const minus = (a: Complex, b: Complex): Complex => complex(a.re - b.re, a.im - b.im);

export const times = (a: Complex, b: Complex): Complex =>
  complex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

export const scaled = (a: Complex, by: number): Complex => complex(a.re * by, a.im * by);

/** |a|². */
export const norm = ({ re, im }: Complex): number => re * re + im * im;

export const over = (a: Complex, b: Complex): Complex =>
  scaled(times(a, complex(b.re, -b.im)), 1 / norm(b));

/** e to the power a. */
export function complexExp({ re, im }: Complex): Complex {
  const [sin, cos] = sinCos(im);
  const size = exp(re);
  return complex(size * cos, size * sin);
}

/**
 * Discrete Fourier transform sum of x(n) exp(-2πi j n / N) for N a power of two (J. W. Cooley &
 * J. W. Tukey, Math. Comp. 19 (1965) 297-301).
 */
export function fourier(x: readonly Complex[]): Complex[] {
  const size = x.length;
  if (size === 1) return [...x];
  const even = fourier(x.filter((_, n) => n % 2 === 0));
  const odd = fourier(x.filter((_, n) => n % 2 === 1)).map((one, j) =>
    times(one, complexExp(complex(0, (-2 * Math.PI * j) / size))),
  );
  return [
    ...even.map((one, j) => plus(one, odd[j] as Complex)),
    ...even.map((one, j) => minus(one, odd[j] as Complex)),
  ];
}
