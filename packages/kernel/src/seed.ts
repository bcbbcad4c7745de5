/// <reference path="./alea.d.ts" />
import alea from 'seedrandom/lib/alea.js';
import { childKey, type Key } from './address.js';

/**
 * The root key of a run: the text seed, hashed once by seedrandom's Alea, then taken one address
 * step further so that similar texts share nothing. Every text is legal, the empty one too.
 */
export function seedKey(seed: string): Key {
  const source = alea(seed);
  return childKey({ low: source.int32(), high: source.int32() }, source.int32());
}
