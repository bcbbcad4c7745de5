import { type Context, contextOf } from './context.js';
import { CommandError } from './errors.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { chosenLanguage } from './words/language.js';

/**
 * Runs one command line to its end and returns the exit code. Never throws for what a user can get
 * wrong; a fault of the program itself comes through.
 * @param argv the words after `hallsim`
 */
export async function commandLine(argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = contextOf(io, chosenLanguage(argv, io.env));
  const { program } = await import('./program.js');
  let code: ExitCode = EXIT.done;
  const commander = program(context, (ended) => {
    code = ended;
  });
  try {
    await commander.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return await explained(error, argv, context);
  }
}

async function explained(
  error: unknown,
  argv: readonly string[],
  { io, words }: Context,
): Promise<ExitCode> {
  if (error instanceof CommandError) {
    io.say(`${error.message}\n`);
    return EXIT.wrongCommand;
  }
  const { CommanderError } = await import('commander');
  if (error instanceof CommanderError) {
    const { isAnswered, usageFault } = await import('./usage-fault.js');
    if (isAnswered(error, argv[0])) return EXIT.done;
    const command = ['check', 'run', 'compare', 'sweep', 'staff', 'month', 'queue'].find(
      (name) => name === argv[0],
    );
    const named = command === undefined ? 'hallsim' : `hallsim ${command}`;
    io.say(`${usageFault(error, words)} ${words.wrong.seeHelp(named)}\n`);
    return EXIT.wrongCommand;
  }
  if (isMemory(error)) {
    io.say(`${words.wrong.memory}\n`);
    return EXIT.wrongCommand;
  }
  throw error;
}

/** Whether there was too little memory: here, in the middle of a day, or in a thread. */
function isMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof RangeError && /array buffer|typed array/i.test(error.message)) return true;
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return true;
  return isMemory(error.cause);
}
