import { Command } from 'commander';
import { expect, it } from 'vitest';
import { addPlayer } from './player.ts';

const player = (...args: string[]) => {
  const program = new Command().exitOverride();
  addPlayer(program);
  return program.parseAsync(['player', ...args], { from: 'user' });
};

it('names an address where nobody is before a token that is none', async () => {
  for (const token of [['--token', 'x'], []])
    await expect(player('--gateway', '127.0.0.1:1', ...token)).rejects.toMatchObject({
      code: 'GATEWAY_UNREACHABLE',
      message: expect.stringContaining('http://127.0.0.1:1 does not answer'),
    });
  await expect(player('--gateway', 'http://', '--token', 'x')).rejects.toMatchObject({ code: 'BAD_OPTION' });
});
