// npm run docs             the API reference from the doc comments, then the site in docs/.vitepress/dist
// npm run docs -- --dev    the same, served with live reload
import { setup } from './setup.mjs';
import { at, runNode } from './tools.mjs';

setup();
const cwd = at('docs');
const reference = runNode(['node_modules/typedoc/bin/typedoc'], { cwd });
const command = process.argv.includes('--dev') ? 'dev' : 'build';
process.exit(
  reference || runNode(['node_modules/vitepress/bin/vitepress.js', command, '.'], { cwd }),
);
