/** GAME.md 10: in-game chat. */
import { describe, expect, it } from 'vitest';
import { speak } from './channels.ts';
import { general, rules, table } from './given.ts';

const said = (game: ReturnType<typeof table>, more: Partial<Parameters<typeof speak>[2]> = {}) =>
  speak(game.state, rules, { from: 'p1', channel: 'players', text: 'hello', at: game.at, said: [], ...more });

describe('In-game chat: players, alliance, everyone; moderated', () => {
  it('players: all of them, and nobody who only watches', () => {
    expect(said(table())).toEqual({ to: ['p1', 'p2', 'p3', 'p4'], open: false, text: 'hello' });
  });

  it('alliance: one’s partners, while they are', () => {
    const game = table();
    expect(said(game, { channel: 'alliance' })).toMatchObject({ code: 'chat-alone' });
    game.sign('alliance', 'p3', 'p1').sign('truce', 'p1', 'p2');
    expect(said(game, { channel: 'alliance' })).toMatchObject({ to: ['p1', 'p3'], open: false });
    game.must({ type: 'betray', with: 'p3' });
    expect(said(game, { channel: 'alliance' })).toMatchObject({ code: 'chat-alone' });
  });

  it('everyone: whoever watches may see it', () => {
    expect(said(table(), { channel: 'everyone' })).toMatchObject({ open: true });
  });

  it('moderated: the referee closes it to a speaker, for a time or for good', () => {
    const game = table();
    const mute = (minutes: number | null) => ({ type: 'mute', who: 'p1', minutes }) as const;
    expect(game.refused(mute(1), 'p2')).toBe('not-admin');
    game.must(mute(10), { by: 'admin' });
    expect(said(game)).toMatchObject({ code: 'muted', args: { wait: 600 } });
    expect(said(game, { from: 'p2' })).toMatchObject({ text: 'hello' });
    game.wait(600);
    expect(said(game)).toMatchObject({ text: 'hello' });
    game.must(mute(null), { by: 'admin' });
    game.wait(1e9);
    expect(said(game)).toMatchObject({ code: 'muted' });
    game.must(mute(0), { by: 'admin' });
    expect(said(game)).toMatchObject({ text: 'hello' });
    const lift = game.when(mute(0), { by: 'admin' });
    expect(lift).toMatchObject({ code: 'not-muted' });
  });

  it('moderated: no links, nothing invisible, not too long, not too fast', () => {
    const game = table();
    expect(said(game, { text: ' see\u200b  https://x.example/a?b www.y.example  now ' })).toMatchObject({
      text: 'see now',
    });
    expect(said(game, { text: 'https://x.example' })).toMatchObject({ code: 'chat-empty' });
    expect(said(game, { text: 'я'.repeat(general.chat.length + 1) })).toMatchObject({ code: 'chat-long' });
    const lately = Array.from({ length: general.chat.lines }, (_, i) => game.at - i * 100);
    expect(said(game, { said: lately })).toMatchObject({ code: 'chat-fast' });
    game.wait(general.chat.window);
    expect(said(game, { said: lately })).toMatchObject({ text: 'hello' });
    expect(said(game, { from: 'p9' })).toMatchObject({ code: 'not-a-player' });
  });
});
