import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.js';
import type { Scenario } from './types.js';

/**
 * The fingerprint of a scenario: `"sha256:"` and the SHA-256 of its canonical JSON (RFC 8785) in
 * hexadecimal. Blanks, order of keys and encoding of the file do not matter; every value does,
 * labels included.
 */
export function scenarioHash(scenario: Scenario): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(scenario))))}`;
}
