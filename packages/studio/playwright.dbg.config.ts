import base from './playwright.config.js';
export default { ...base, testMatch: 'dbg.ts', reporter: 'list' };
