/** What the process ends with. */
export const EXIT = {
  done: 0,
  /** The input is wrong; every issue was listed. */
  wrongInput: 1,
  /** The command line is wrong. */
  wrongCommand: 2,
  /** `--strict`, and a target is missed. */
  targetMissed: 3,
  /** Stopped by SIGINT; what was finished was printed. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
