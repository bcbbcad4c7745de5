/** seedrandom publishes no types for its single generators. */
declare module 'seedrandom/lib/alea.js' {
  export default function alea(seed: string): { int32(): number };
}
