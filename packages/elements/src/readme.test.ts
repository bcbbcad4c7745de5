import { expect, test } from 'vitest';
import readme from '../README.md?raw';
import './index.js'; // registers the elements
import { settled } from './test-page.js';

test('the example of the README draws a fan', async () => {
  document.body.replaceChildren();
  const code = /```js\n(.*?)```/s.exec(readme)?.[1] ?? '';
  // a module made here has no packages to import from: the class comes from the registry
  const module = code.replace(
    /^import \{ HallQueueFan \} from '@hallsim\/elements';$/m,
    "const HallQueueFan = customElements.get('hall-queue-fan');",
  );
  const url = URL.createObjectURL(new Blob([module], { type: 'text/javascript' }));
  await import(/* @vite-ignore */ url);
  const fan = document.querySelector('hall-queue-fan');
  if (!fan) throw new Error('the example puts no fan on the page');
  await settled(fan);
  expect(fan.renderRoot.querySelector('.median')?.getAttribute('d')).toMatch(/^M/);
});
