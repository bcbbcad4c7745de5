import { HIGH, POWER_ZERO, powersOfTwo, scratch, words } from './bits.js';

/*
 * Doubles as whole numbers: each is a whole number of units of 2^-1074, the smallest double above
 * 0, and each product of two a whole number of units of 2^-2148.
 */

/** Bits from the unit of a double to that of a product. */
export const PRODUCT_SHIFT = 1074n;

/** A finite double as a number of units of 2^-1074. */
export function toUnits(value: number): bigint {
  scratch[0] = value;
  const high = words[HIGH] as number;
  const exponent = (high >>> 20) & 0x7ff;
  const leading = (high & 0xfffff) + (exponent === 0 ? 0 : 0x100000);
  const mantissa = leading * 0x100000000 + ((words[1 - HIGH] as number) >>> 0);
  const units = BigInt(mantissa) << BigInt(Math.max(exponent - 1, 0));
  return high < 0 ? -units : units;
}

/**
 * The double nearest to a number of units of 2^-2148, of two as near the even one (IEEE 754's
 * rounding); infinite beyond the largest double, and never -0.
 */
export function fromProductUnits(units: bigint): number {
  const size = units < 0n ? -units : units;
  const digits = size.toString(16);
  const bits = digits.length * 4 - (Math.clz32(Number(`0x${digits[0]}`)) - 28);
  // what a double has no place for: all but the leading 53 bits, and all below its unit
  const dropped = Math.max(bits - 53, 1074);
  const shift = BigInt(dropped);
  const half = 1n << (shift - 1n);
  let kept = size >> shift;
  const rest = size - (kept << shift);
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept++;
  const value = Number(kept) * (powersOfTwo[POWER_ZERO + Math.min(dropped - 2148, 1023)] as number);
  return units < 0n ? 0 - value : value;
}
