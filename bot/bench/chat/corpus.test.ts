import { describe, expect, it } from 'vitest';
import { lineOf, tallyOf } from './corpus.ts';

const lines = Array.from({ length: 2000 }, (_, n) => lineOf('streamer', n));
const textOf = (line: string): string => line.slice(line.indexOf(' PRIVMSG #streamer :') + 20);
const tagOf = (line: string, tag: string): string => new RegExp(`[@;]${tag}=([^; ]*)`).exec(line)?.[1] ?? '';

describe('the chat of the bench', () => {
  it('is as long as real lines are, and no id comes twice', () => {
    const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0) / lines.length;
    expect(bytes).toBeGreaterThan(380);
    expect(bytes).toBeLessThan(500);
    expect(new Set(lines.map((line) => tagOf(line, 'id'))).size).toBe(lines.length);
  });

  it('holds as many commands and votes as are counted, each vote of somebody else', () => {
    const { commands, votes } = tallyOf(0, lines.length);
    const voters = lines.filter((line) => /^\d$/.test(textOf(line))).map((line) => tagOf(line, 'user-id'));
    expect(lines.filter((line) => textOf(line).startsWith('!'))).toHaveLength(commands);
    expect(voters).toHaveLength(votes);
    expect(new Set(voters).size).toBe(votes);
    expect(commands).toBe(100);
  });
});
