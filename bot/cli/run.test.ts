import { expect, it } from 'vitest';
import { leaves, programFor } from './run.ts';

it('every subcommand takes layers of content, and none of them twice', async () => {
  const commands = leaves(await programFor([]));
  expect(commands.map((command) => command.name())).toContain('encounter');
  for (const command of commands) {
    const found = command.options.filter(({ long }) => long === '--content');
    expect(found, command.name()).toHaveLength(1);
  }
});
