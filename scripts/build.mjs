// npm run build: every library's dist (modules and types by tsc, each after what it needs; what Node
// reads, bundled), then the studio's site.
import { rmSync } from 'node:fs';
import { bundle } from './bundle.mjs';
import { inDependencyOrder, isLibrary, readPackages } from './packages.mjs';
import { setup } from './setup.mjs';
import { at, runNode, say } from './tools.mjs';

setup();
for (const one of inDependencyOrder(readPackages()).filter(isLibrary)) {
  const { name, folder } = one;
  say(`Building ${name}`);
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  const status = runNode([at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: folder,
  });
  if (status !== 0) process.exit(status);
  await bundle(one);
}
say('Building the studio');
process.exit(
  runNode([at('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: at('packages/studio'),
  }),
);
