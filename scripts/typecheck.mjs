// npm run typecheck: tsc over each package and over tests/, two at a time; and over each library as
// it is built, since only then declarations and the absence of Node and the DOM are checked. For
// that the sources of other packages stand in for their dist, so that nothing need be built before.
import { spawn } from 'node:child_process';
import { relative } from 'node:path';
import { isLibrary, readPackages } from './packages.mjs';
import { setup } from './setup.mjs';
import { at, say } from './tools.mjs';

const FROM_SOURCES = ['--noEmit', '--customConditions', '@hallsim/source', '--rootDir', at('.')];

setup();
const packages = readPackages();
const checks = [
  ...[...packages.map(({ folder }) => folder), at('tests')].map((project) => ({
    project,
    options: [],
  })),
  ...packages.filter(isLibrary).map(({ folder }) => ({
    project: `${folder}/tsconfig.build.json`,
    options: FROM_SOURCES,
  })),
];
let failed = 0;

/** What was found right is not looked at again until it, or what it rests on, changes. */
function remembering(project) {
  const name = relative(at('.'), project).replaceAll(/[\\/]/g, '-');
  return ['--incremental', '--tsBuildInfoFile', at(`node_modules/.cache/tsc/${name}.tsbuildinfo`)];
}

function check({ project, options }) {
  return new Promise((resolve) => {
    const tsc = spawn(
      process.execPath,
      [at('node_modules/typescript/bin/tsc'), '-p', project, ...options, ...remembering(project)],
      { cwd: at('.'), stdio: 'inherit' },
    );
    tsc.on('close', (status) => {
      if (status !== 0) {
        failed++;
        say(`Types do not fit in ${project}`);
      }
      resolve();
    });
  });
}
async function worker() {
  for (let next = checks.shift(); next !== undefined; next = checks.shift()) await check(next);
}
await Promise.all([worker(), worker()]);
process.exit(failed === 0 ? 0 : 1);
