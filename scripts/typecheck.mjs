// npm run typecheck: tsc over each package and over tests/, two at a time.
import { spawn } from 'node:child_process';
import { readPackages } from './packages.mjs';
import { setup } from './setup.mjs';
import { at, say } from './tools.mjs';

setup();
const folders = [...readPackages().map(({ folder }) => folder), at('tests')];
let failed = 0;

function check(folder) {
  return new Promise((resolve) => {
    const tsc = spawn(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', folder], {
      cwd: at('.'),
      stdio: 'inherit',
    });
    tsc.on('close', (status) => {
      if (status !== 0) {
        failed++;
        say(`Types do not fit in ${folder}`);
      }
      resolve();
    });
  });
}
async function worker() {
  for (let folder = folders.shift(); folder !== undefined; folder = folders.shift())
    await check(folder);
}
await Promise.all([worker(), worker()]);
process.exit(failed === 0 ? 0 : 1);
