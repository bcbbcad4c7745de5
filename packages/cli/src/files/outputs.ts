import type { Context } from '../context.js';
import { CommandError } from '../errors.js';
import type { RawOptions } from '../options.js';
import { cannotWrite, OutputFile } from './output-file.js';
import { inputIdentity, type OutputPlace, outputPlace } from './output-place.js';

/** Options that name a file to write. */
const OUTPUTS = ['visits', 'clerks', 'csv'] as const;

/** The files that a command line asks to be written. */
export type Outputs = Partial<Record<(typeof OUTPUTS)[number], OutputFile>>;

/**
 * Does what writes the files of `--visits`, `--clerks` and `--csv`. None of them is a file that is read, or named
 * twice. Those that `use` closes are put in their places; when it fails, the others are taken away.
 * To be called when all the rest of the command line is known to be right.
 * @param file the scenario file
 * @throws CommandError
 */
export async function withOutputs<T>(
  file: string,
  raw: RawOptions,
  context: Context,
  use: (outputs: Outputs) => Promise<T>,
): Promise<T> {
  const places = await placesOf(file, raw, context);
  const outputs: Outputs = {};
  try {
    for (const [option, name, place] of places) {
      outputs[option] = await OutputFile.create(name, place, context);
    }
    return await use(outputs);
  } finally {
    for (const output of Object.values(outputs)) await output.discard();
  }
}

async function placesOf(
  file: string,
  raw: RawOptions,
  context: Context,
): Promise<[(typeof OUTPUTS)[number], string, OutputPlace][]> {
  const { wrong } = context.words;
  const read = [file, ...(raw.arrivals === undefined ? [] : [raw.arrivals]), ...(raw.rules ?? [])];
  const inputs = await Promise.all(read.map(inputIdentity));
  const places: [(typeof OUTPUTS)[number], string, OutputPlace][] = [];
  const taken = new Set<string>();
  for (const option of OUTPUTS) {
    const name = raw[option];
    if (name === undefined) continue;
    if (name === '-') throw new CommandError(wrong.outputDash(option));
    const place = await outputPlace(name).catch((error: unknown) => {
      throw cannotWrite(name, error, context);
    });
    if (place.kind === 'file') {
      const { identity } = place;
      if (inputs.includes(identity)) throw new CommandError(wrong.outputIsInput(option, name));
      if (taken.has(identity)) throw new CommandError(wrong.outputTwice(name));
      taken.add(identity);
    }
    places.push([option, name, place]);
  }
  return places;
}
