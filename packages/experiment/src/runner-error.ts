/** Days could not be run because of where they should have been: a worker crashed or did not start, or the runner was closed. */
export class RunnerError extends Error {
  override readonly name = 'RunnerError';
}
