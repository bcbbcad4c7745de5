export { commandLine } from './command-line.js';
export { EXIT, type ExitCode } from './exit-code.js';
export type { Io } from './io.js';
