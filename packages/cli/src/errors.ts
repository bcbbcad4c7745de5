import type { Issue } from '@hallsim/scenario';

/** The command line is wrong; the message says how, in the user's language. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The input is wrong: every issue, and what the input is called. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly issues: readonly Issue[];
  readonly file: string;

  constructor(issues: readonly Issue[], file: string) {
    super(issues.map(({ message }) => message.en).join('\n'));
    this.issues = issues;
    this.file = file;
  }
}
