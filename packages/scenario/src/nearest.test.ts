import { expect, test } from 'vitest';
import { nearest } from './nearest.js';

const known = ['bill-payment', 'plan-change', 'new-line', 'vip', 'lineUpTo'];

test.each([
  ['bill-paymnt', 'bill-payment'],
  ['billPayment', 'bill-payment'],
  ['Bill Payment', 'bill-payment'],
  ['plna-change', 'plan-change'],
  ['VIP', 'vip'],
  ['vpi', 'vip'],
  ['lineupto', 'lineUpTo'],
  ['something-else', null],
  ['x', null],
  ['', null],
  ['y'.repeat(10_000), null],
])('%s is near %s', (word, meant) => expect(nearest(word, known)).toBe(meant));
