import { compare } from '@hallsim/experiment';
import { verdict } from '@hallsim/elements';
import { expect, test } from 'vitest';
import { firstDocument } from '../src/document/built-in-halls.js';
import { figures } from '../src/view/figures.js';

test('nothing is concluded from fewer than twenty days', async () => {
  const variants = ['no-kiosks'];
  const judged = async (days: number) => {
    const { base, variants: found } = await compare(firstDocument().scenario, {
      variants,
      replications: days,
    });
    const { value, low, high } = figures({
      base,
      variant: found['no-kiosks']!,
      days,
      complete: true,
    }).change('hall.serviceLevel.everyone')!;
    expect(value).toBeLessThan(-0.1);
    return verdict({ value, low, high }, 'up');
  };
  expect([await judged(10), await judged(20)]).toEqual(['uncertain', 'worse']);
});
