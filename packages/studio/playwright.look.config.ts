import base from './playwright.config.js';

// For people to look at, not tests: `screenshots` takes pictures, `latency` prints milliseconds.
export default { ...base, testMatch: ['screenshots.ts', 'latency.ts'], reporter: 'list' };
