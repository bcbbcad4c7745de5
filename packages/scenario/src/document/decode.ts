/** Largest file that is read: 20 MB. */
export const maxBytes = 20_000_000;

// A universal API of browsers and Node alike; declared here because the package sees neither's types.
interface Decoder {
  decode(bytes: Uint8Array): string;
}
declare const TextDecoder: new (encoding: string, options: { fatal: boolean }) => Decoder;

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/**
 * The text of a file. UTF-8 first (a byte order mark is dropped), UTF-16 when its mark says so, and
 * otherwise GB18030, which older Chinese Windows programs write. `null` when it is none of them.
 */
export function decode(bytes: Uint8Array): string | null {
  const marked = utf16Mark(bytes);
  if (marked !== null) return decoded(bytes, marked);
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030');
}
