import base from './playwright.config.js';

// Pictures of the page for people to look at, not a test: `npm run screenshots` in this package.
export default {
  ...base,
  testMatch: 'screenshots.ts',
  reporter: 'list',
};
