import { expect, test } from 'vitest';
import { logSuite } from './contract.suite.ts';
import { memoryLog } from './memory.ts';

logSuite('memory', { make: async () => memoryLog(), again: null });

test('says that it keeps nothing', () => {
  expect(memoryLog().durability).toBe('none');
});
