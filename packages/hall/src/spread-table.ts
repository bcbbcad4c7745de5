import { quantile, type Variate } from '@hallsim/kernel/chance';

/** Pieces of one octave. */
const PIECE_BITS = 5;
const PIECES = 1 << PIECE_BITS;
/** Bits that say where in its piece a share lies, and what they count in. */
const PLACE_BITS = 31 - PIECE_BITS;
const WITHIN_PIECE = (1 << PLACE_BITS) - 1;
const PLACE_UNIT = 1 / (1 << PLACE_BITS);
/** Octaves of each half: shares 1/4 to 1/2, 1/8 to 1/4, … */
const OCTAVES = 32;
const HALF = OCTAVES * PIECES;
/** Octaves further out hold fewer than sixteen words together; they are read exactly. */
const SMOOTH_OCTAVES = 28;
/** Largest relative error of a piece; one that is further off is read exactly. */
const TOLERANCE = 2e-8;
/** Stands in the place of the second coefficient of such a piece. */
const TOO_STEEP = Infinity;

/**
 * A spread, ready to be read by one 32-bit word: the word's share of the spread lies below the value.
 *
 * The quantile function is remembered as cubics, 32 for each halving of the share towards either end, so
 * that the tails are as fine as the middle. A piece is worked out when it is first needed, from four
 * exact quantiles, and kept when it is within 2e-8 of others in between: less than a microsecond of a
 * service of half a minute. It is a pure function of the spread: the same bits whatever was read
 * before. Spreads without a density are read exactly.
 */
export class SpreadTable {
  readonly variate: Variate;
  /** Four coefficients a piece; NaN = not worked out yet. Empty where the quantile function is not smooth enough for cubics. */
  readonly #cubics: Float64Array;
  /** Octaves, from the middle, that are read by cubics. */
  readonly #octaves: number;

  constructor(variate: Variate) {
    this.variate = variate;
    const smooth = !['fixed', 'uniform', 'measured'].includes(variate.family);
    this.#cubics = new Float64Array(smooth ? 4 * 2 * HALF : 0).fill(NaN);
    this.#octaves = smooth ? SMOOTH_OCTAVES : 0;
  }

  /** Mean of the spread, minutes. */
  get mean(): number {
    return this.variate.mean;
  }

  /** The value below which a share (word + 1/2) / 2^32 of the spread lies; the word may be signed. */
  at(word: number): number {
    // from the nearer end: 31 bits, and how many of them are leading zeros
    const upper = word >> 31;
    const fromEnd = word ^ upper;
    const octave = Math.clz32(fromEnd);
    if (octave >= this.#octaves) return +quantile(this.variate, shareOf(word));
    const cubics = this.#cubics;
    // the middle of the word's cell with its first bit at the very left, whose weight is that of the octave
    const place = ((fromEnd << 1) | 1) << (octave - 1);
    const piece = (place >>> PLACE_BITS) & (PIECES - 1);
    const at = ((upper & HALF) | (octave << PIECE_BITS) | piece) << 2;
    const base = cubics[at]!;
    // the sign keeps a number a number: what V8 takes for anything it puts into memory of its own
    if (base !== base) return +this.#first(at, octave, piece, word);
    const x = (place & WITHIN_PIECE) * PLACE_UNIT;
    return base + x * (cubics[at | 1]! + x * (cubics[at | 2]! + x * cubics[at | 3]!));
  }

  /**
   * Works out a piece: the cubic through the quantiles at its ends and its thirds, unless that is not close. In one
   * function, too long for V8 to put it wherever a table is read.
   */
  #first(at: number, octave: number, piece: number, word: number): number {
    const cubics = this.#cubics;
    if (cubics[at + 1] === TOO_STEEP) return quantile(this.variate, shareOf(word));
    const scale = 2 * (1 << octave);
    const isUpper = word < 0;
    const a = this.#exact(piece, scale, isUpper);
    const b = this.#exact(piece + 1 / 3, scale, isUpper);
    const c = this.#exact(piece + 2 / 3, scale, isUpper);
    const d = this.#exact(piece + 1, scale, isUpper);
    const linear = (-11 * a + 18 * b - 9 * c + 2 * d) / 2;
    const square = (9 * (2 * a - 5 * b + 4 * c - d)) / 2;
    const cube = (9 * (-a + 3 * b - 3 * c + d)) / 2;
    const isClose = (x: number, tolerance: number): boolean => {
      const value = this.#exact(piece + x, scale, isUpper);
      const read = a + x * (linear + x * (square + x * cube));
      return Math.abs(read - value) <= tolerance * value;
    };
    // a cubic through four points is furthest off near the middles between them, in the outer two about twice as far
    // as in the inner one
    if (
      !isClose(1 / 2, TOLERANCE / 8) &&
      ![1 / 8, 1 / 2, 7 / 8].every((x) => isClose(x, TOLERANCE))
    ) {
      cubics[at + 1] = TOO_STEEP;
      return quantile(this.variate, shareOf(word));
    }
    cubics[at] = a;
    cubics[at + 1] = linear;
    cubics[at + 2] = square;
    cubics[at + 3] = cube;
    return this.at(word);
  }

  /** The value at a place among the pieces of an octave. */
  #exact(place: number, scale: number, isUpper: boolean): number {
    const share = (1 + place / PIECES) / scale;
    return quantile(this.variate, isUpper ? 1 - share : share);
  }
}

/** Middle of the word's cell in (0, 1). */
function shareOf(word: number): number {
  return ((word >>> 0) + 0.5) / 4294967296;
}
