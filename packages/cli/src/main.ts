#!/usr/bin/env node
import { commandLine } from './command-line.js';
import { EXIT } from './exit-code.js';

// The process's edges, handed to the command line. The first SIGINT asks for what is finished, the
// second ends at once.
const stop = new AbortController();
process.on('SIGINT', () => {
  if (stop.signal.aborted) process.exit(EXIT.interrupted);
  stop.abort();
});
// `hallsim … | head` is no fault: the reader has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
});

process.exitCode = await commandLine(process.argv.slice(2), {
  stdin: process.stdin,
  print: (text) => process.stdout.write(text),
  say: (text) => process.stderr.write(text),
  live: process.stderr.isTTY,
  now: () => performance.now(),
  today: () => new Date().toLocaleDateString('sv'), // the one country that writes 2026-10-15
  env: process.env,
  interrupted: stop.signal,
});
