/** GAME.md 10: the game's own chat, as people type it and as others read it. */
import { describe, expect, it } from 'vitest';
import { heardLine, spokenLine } from './answer/speech.ts';
import { createDoor } from './checks/admit.ts';
import { context } from './given.ts';
import { say } from './list/say.ts';
import { readLine } from './read.ts';

const meaning = (line: string) => {
  const read = readLine(line, context({ role: 'player' }));
  return read.kind === 'speech' ? [read.channel, read.text] : read.kind;
};

describe('!say', () => {
  it.each<[string, unknown]>([
    ['!say Good luck, all of you!', ['everyone', 'Good luck, all of you!']],
    ['!сказать всем привет 😀', ['everyone', 'всем привет 😀']],
    ['!СКАЖИ Ещё разок', ['everyone', 'Ещё разок']],
    ['!say ally now!', ['alliance', 'now!']],
    ['!say allies: at the gate', ['alliance', 'at the gate']],
    ['!сказать союзу Идём на врата', ['alliance', 'Идём на врата']],
    ['!сказать союзникам, пора', ['alliance', 'пора']],
    ['!say players who trades?', ['players', 'who trades?']],
    ['!сказать игрокам кто меняется?', ['players', 'кто меняется?']],
    // Nothing to say is refused by the game, with a sentence of its own.
    ['!say', ['everyone', '']],
    ['!say ally', ['alliance', '']],
    // A misspelt word never says anything, and linking stays linking.
    ['!sya hello', 'fault'],
    ['!связать', 'account'],
  ])('%s', (line, meant) => {
    expect(meaning(line)).toEqual(meant);
  });

  it('is for players: no free text of a viewer reaches another chat', () => {
    const admit = (role: 'player' | 'viewer' | 'helper') =>
      createDoor().admit({ spec: say, role, user: 'twitch:1', channel: 'p1', command: '!say', at: 1000 });
    expect(admit('player')).toBeNull();
    expect(admit('viewer')).toMatchObject({ code: 'not-yours' });
    expect(admit('helper')).toMatchObject({ code: 'not-yours' });
  });
});

describe('what other chats show', () => {
  it('a short line that says who speaks, and to whom', () => {
    expect(spokenLine('en', { name: 'Anna', channel: 'everyone', text: 'hi' })).toBe('💬 Anna: hi');
    expect(spokenLine('ru', { name: 'Anna', channel: 'alliance', text: 'hi' })).toBe('💬 Anna (союзу): hi');
    expect(spokenLine('en', { name: 'Anna', channel: 'players', text: 'hi' })).toBe(
      '💬 Anna (to players): hi',
    );
  });

  it('the speaker learns who has it, and that nobody has', () => {
    expect(heardLine('en', ['Boris', 'Vera'])).toBe('Heard by: Boris, Vera.');
    expect(heardLine('ru', ['Boris'])).toBe('Услышали: Boris.');
    expect(heardLine('en', [])).toContain('no other chat');
    expect(heardLine('ru', [])).toContain('не на связи');
  });
});
