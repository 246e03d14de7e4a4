import { expect, it } from 'vitest';
import { within } from './within.ts';

it('gives the answer, the failure, or says after its time that there was none', async () => {
  expect(await within(1_000, 'x', Promise.resolve(7))).toBe(7);
  await expect(within(1_000, 'x', Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(within(20, 'asking', new Promise(() => {}))).rejects.toThrow('asking: no answer within 20 ms');
});
