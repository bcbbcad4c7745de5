import base from './playwright.config.js';

// For people to look at, not tests: `screenshots` and `pictures` (those of the README) take pictures, `latency` prints milliseconds.
export default {
  ...base,
  testMatch: ['screenshots.ts', 'latency.ts', 'readme-pictures.ts'],
  reporter: 'list',
};
