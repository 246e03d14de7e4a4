import { describe, expect, it } from 'vitest';
import { channelLogin, httpBase, ircAddress } from './addresses.ts';
import { meaningOf } from './meaning.ts';
import { variedLine } from './split.ts';

describe('a repeated line', () => {
  it('is varied by an invisible tail, twice', () => {
    const sent = new Set<string>();
    const next = () => {
      const line = variedLine('да', (one) => sent.has(one));
      if (line !== null) sent.add(line);
      return line;
    };
    expect([next(), next(), next(), next()]).toEqual(['да', 'да \u{E0000}', 'да \u{E0000}\u{E0000}', null]);
  });
});

describe('addresses', () => {
  it.each([
    ['streamer', 'streamer'],
    [' #Streamer ', 'streamer'],
    ['https://www.twitch.tv/Some_One?x=1', 'some_one'],
    ['twitch.tv/someone/videos', 'someone'],
    ['@a1', 'a1'],
  ])('reads the channel %s', (given, login) => expect(channelLogin(given)).toBe(login));

  it.each(['', '_old', 'стример', 'a b', 'x'.repeat(26), 'https://kick.com/a'])(
    'refuses the channel "%s"',
    (given) => expect(() => channelLogin(given)).toThrow(/Expected the login/),
  );

  it('reads the four kinds of chat servers, and names the setting of anything else', () => {
    expect(ircAddress('ws://127.0.0.1:81/irc?x')).toMatchObject({
      over: 'websocket',
      port: 81,
      path: '/irc?x',
    });
    expect(ircAddress('wss://a.example')).toMatchObject({ secure: true, port: 443 });
    expect(ircAddress('irc://[::1]')).toMatchObject({ over: 'tcp', host: '::1', port: 6667 });
    expect(ircAddress('ircs://a.example')).toMatchObject({ secure: true, port: 6697 });
    expect(() => ircAddress('http://a.example')).toThrow(/MSIG_TWITCH_IRC_URL/);
    expect(() => ircAddress('127.0.0.1:6667')).toThrow(/MSIG_TWITCH_IRC_URL/);
    expect(() => httpBase('auth', 'ws://x')).toThrow(/MSIG_TWITCH_AUTH_URL/);
  });
});

describe('the meaning of a line', () => {
  const line = (tags: Record<string, string>) =>
    meaningOf({
      channel: 'streamer',
      author: 'eve',
      text: 'да',
      line: { tags: new Map(Object.entries({ id: 'm', 'user-id': '7', 'room-id': '1', ...tags })) },
      isOwn: () => false,
      now: 5,
    });

  it('takes the login for an empty name, and our clock for times that are none', () => {
    for (const sent of ['', 'x', '-1', '0', '1e400', '1.5']) {
      expect(line({ 'display-name': ' ', 'tmi-sent-ts': sent })).toMatchObject({ name: 'eve', sentAt: 5 });
    }
  });

  it('knows the broadcaster by the id of the room, should the badge be hidden', () => {
    expect(line({ 'user-id': '1' })).toMatchObject({ roles: ['broadcaster'] });
    expect(line({ badges: 'broadcaster' })).toMatchObject({ roles: ['broadcaster'] });
    expect(line({ badges: 'constructor/1,toString/2' })).toMatchObject({ roles: [] });
  });
});
