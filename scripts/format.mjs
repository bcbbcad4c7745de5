// npm run format: writes the formatting that `npm run lint` asks for.
import { setup } from './setup.mjs';
import { runNode } from './tools.mjs';

setup();
process.exit(
  runNode([
    'node_modules/@biomejs/biome/bin/biome',
    'format',
    '--write',
    ...(process.argv[2] ? process.argv.slice(2) : ['.']),
  ]),
);
