import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  base: './', // works from any folder of any static host
  resolve: {
    // workspace packages are read from source: no build before `vite dev` or a test
    conditions: ['@hallsim/source', ...defaultClientConditions],
  },
  worker: { format: 'es' },
  optimizeDeps: {
    // found only inside the worker or late: named here, or the first test run reloads half-way
    include: ['@hallsim/elements > d3', 'lit', 'lit/decorators.js'],
  },
  build: { target: 'es2022', sourcemap: true },
});
