import { expect, it } from 'vitest';
import { boundedText } from './bounded-text.ts';

const tooLong = () => new Error('too long');

it('gives the text, also where a letter lies in two parts', async () => {
  const bytes = new TextEncoder().encode(' кубик ');
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await boundedText(new Response(body), bytes.length, tooLong)).toBe('кубик');
  expect(await boundedText(new Response(null), 1, tooLong)).toBe('');
});

it('stops at a body that is longer than allowed', async () => {
  await expect(boundedText(new Response('12345'), 4, tooLong)).rejects.toThrow('too long');
});
