import { expect, test } from 'vitest';
import { ADAPTER_ERRORS, AdapterError, fileFault, isAdapterError } from './errors.ts';

test('the message is the sentence with what came and what was expected', () => {
  const error = new AdapterError('LOG_CONFLICT', { game: 'g', head: 7, expected: 5 });
  expect(error.message).toBe(
    'The log of game g stands at line 7, but the append expected line 5: another host wrote first. Reload the game and try again.',
  );
  expect(isAdapterError(error, 'LOG_CONFLICT')).toBe(true);
  expect(isAdapterError(error, 'STORE_FULL')).toBe(false);
  expect(isAdapterError(new Error('x'))).toBe(false);
});

test('every sentence is a sentence', () => {
  for (const text of Object.values(ADAPTER_ERRORS)) expect(text).toMatch(/^[A-Z{].*\.$/s);
});

test.each([
  ['ENOSPC', 'STORE_FULL'],
  ['ENOTDIR', 'STORE_NOT_A_FOLDER'],
  ['EACCES', 'STORE_DENIED'],
  ['EIO', 'STORE_IO'],
])('%s of the file system is %s', (code, ours) => {
  const fault = fileFault(Object.assign(new Error('it failed'), { code }), '/data');
  expect(fault).toMatchObject({ code: ours, args: { path: '/data' } });
  expect(fault?.message).toContain('/data');
});

test('what is not known stays as it is', () => {
  expect(fileFault(new Error('x'), '/data')).toBeNull();
  expect(fileFault(undefined, '/data')).toBeNull();
});
