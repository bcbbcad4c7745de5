// npm run --silent hallsim -- ARGS: the command line, as its sources are now.
// It runs in this very process: standard input, signals and the exit code are its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshDist } from './fresh-dist.mjs';
import { setup } from './setup.mjs';
import { at } from './tools.mjs';

setup();
await freshDist('hallsim');
const folder = at('packages/cli');
const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
await import(pathToFileURL(join(folder, bin.hallsim)));
