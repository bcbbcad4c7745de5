import type { Context } from './context.js';
import { InputError } from './errors.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { RawOptions } from './options.js';

/**
 * Runs a command and lists the issues of its input when it has any. With `--json`, and for `check`,
 * they are the answer and go to standard output; for the others they are a message.
 */
export async function withIssues(
  command: string,
  { json }: RawOptions,
  { io, language }: Context,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { issues, file } = error;
    if (json) {
      const { issuesJson } = await import('./text/issues-json.js');
      io.print(issuesJson(issues));
    } else {
      const { issueText } = await import('@hallsim/scenario');
      const text = `${issueText(issues, language, file)}\n`;
      if (command === 'check') io.print(text);
      else io.say(text);
    }
    return EXIT.wrongInput;
  }
}
