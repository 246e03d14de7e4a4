import { describe, expect, it } from 'vitest';
import { context } from '../commands/given.ts';
import { readLine } from '../commands/read.ts';
import { People } from './people.ts';

const penguin = { platform: 'twitch', user: '7', name: '🐧 Лунный\u00a0 Пингвин' };

describe('people by name', () => {
  it('are found under what a command makes of their name', () => {
    const people = new People();
    people.seen(penguin);
    for (const typed of ['Лунный Пингвин', '@лунный пингвин', penguin.name])
      expect(people.find(typed), typed).toBe('twitch:7');
    expect(people.nameOf('twitch:7')).toBe(penguin.name);
    const viewer = (name: string) => people.find(name);
    const line = '!helper +@🐧 Лунный Пингвин heal 3/day 7d';
    expect(readLine(line, context({ viewer }))).toMatchObject({
      command: { type: 'grantHelper', viewer: 'twitch:7', grant: { tags: ['heal'], uses: 3, per: 'day' } },
    });
  });

  it('are nobody where two carry what looks like one name', () => {
    const people = new People();
    people.seen(penguin);
    people.seen({ platform: 'kick', user: '8', name: 'Лунный Пингвин' });
    expect(people.find('Лунный Пингвин')).toBeUndefined();
  });
});
