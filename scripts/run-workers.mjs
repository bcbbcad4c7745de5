// Gives jobs to worker threads, one after the other; which thread does which changes no answer.
import { Worker } from 'node:worker_threads';
import { say } from './tools.mjs';

/**
 * Answers by job. A job is posted to the worker as it stands; an answer with `error` ends it all.
 * Progress goes to standard error.
 */
export async function runAll(file, jobs, count, workerData, unit = 'rows') {
  const answers = new Map();
  const started = Date.now();
  const waiting = [...jobs];
  const progress = () => {
    const minutes = (Date.now() - started) / 60_000;
    const line = `${answers.size} of ${jobs.length} ${unit}, ${minutes.toFixed(1)} min`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}`);
    else if (answers.size % 50 === 0) say(line);
  };
  const one = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(file, { workerData });
      let asked;
      const next = () => {
        asked = waiting.shift();
        if (asked === undefined) worker.terminate().then(resolve);
        else worker.postMessage(asked);
      };
      worker.on('message', (answer) => {
        if (answer.error !== undefined) {
          reject(new Error(`${answer.id}: ${answer.error}`));
          return;
        }
        answers.set(asked, answer);
        progress();
        next();
      });
      worker.on('error', reject);
      next();
    });
  await Promise.all(Array.from({ length: Math.min(count, jobs.length) }, one));
  if (process.stderr.isTTY) process.stderr.write('\n');
  return answers;
}
