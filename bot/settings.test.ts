import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MsigError } from './errors.ts';
import { childEnvironment, readSettings } from './settings.ts';

const file = (text: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'msig-')), 'settings.yaml');
  writeFileSync(path, text);
  return path;
};
const fault = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was wrong');
};

describe('settings', () => {
  it('have defaults, and are frozen', () => {
    const settings = readSettings({ env: {} });
    expect(settings).toMatchObject({ host: '127.0.0.1', port: 4747, log: 'sqlite', size: 'S', players: 4 });
    expect(Object.isFrozen(settings) && Object.isFrozen(settings.twitch)).toBe(true);
  });

  it('the command line wins over the environment, that over a file, that over the defaults', () => {
    const own = file('port: 1\nlang: en\nsize: L\ntwitch:\n  channel: fromfile\n');
    const env = { MSIG_PORT: '2', MSIG_LANG: 'ru', MSIG_TWITCH_IRC_URL: 'ws://127.0.0.1:9' };
    const settings = readSettings({ file: own, env, options: { port: 3, crowd: undefined } });
    expect(settings).toMatchObject({ port: 3, lang: 'ru', size: 'L', crowd: 6 });
    expect(settings.twitch).toMatchObject({ channel: 'fromfile', ircUrl: 'ws://127.0.0.1:9' });
  });

  it('every fault is named with its place, what came and what was expected', () => {
    const own = file('size: XL\nsurprise: 1\n');
    const message = fault(() =>
      readSettings({ file: own, env: { MSIG_PORT: 'many' }, options: { players: 3 } }),
    );
    expect(message).toContain('MSIG_PORT');
    expect(message).toContain('many');
    expect(message).toContain('--players');
    expect(message).toContain('XL');
    expect(message).toContain('surprise');
  });

  it('a secret is not repeated in a fault', () => {
    const token = 'x'.repeat(5000);
    for (const name of ['MSIG_TOKEN', 'MSIG_KICK_TOKEN', 'MSIG_KICK_REFRESH', 'MSIG_KICK_CLIENT_SECRET']) {
      expect(fault(() => readSettings({ env: { [name]: token } }))).not.toContain('xxx');
    }
  });

  it('a key of several lines fits into one variable', () => {
    const env = { MSIG_KICK_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\\nAb+/=\\n-----END PUBLIC KEY-----' };
    expect(readSettings({ env }).kick.publicKey?.split('\n')).toHaveLength(3);
    expect(fault(() => readSettings({ env: { MSIG_KICK_PUBLIC_KEY: 'Ab+/=' } }))).toMatch(
      /MSIG_KICK_PUBLIC_KEY.*PEM/,
    );
  });

  it('more bots than players, a file that is not there, a broken file', () => {
    expect(fault(() => readSettings({ env: {}, options: { players: 4, bots: 5 } }))).toMatch(/bots/);
    expect(fault(() => readSettings({ env: {}, file: '/no/such.yaml' }))).toContain('/no/such.yaml');
    expect(fault(() => readSettings({ env: {}, file: file('a: [') }))).toContain('settings.yaml');
  });

  it("a player's process gets its token, and no hint that somebody launched it", () => {
    expect(childEnvironment('t', {}, { PATH: 'p', MSIG_LAUNCHED: '1' })).toEqual({
      PATH: 'p',
      MSIG_TOKEN: 't',
    });
  });
});

describe('a fault in settings', () => {
  const sentence = (text: string, lang: 'ru' | 'en' = 'en'): string => {
    try {
      readSettings({ env: {}, file: file(text) });
    } catch (error) {
      return (error as MsigError).sentence(lang);
    }
    throw new Error('nothing was wrong');
  };

  it('inside a list shows what came', () => {
    const text = 'seats:\n  - chats:\n      - { platform: twich, channel: anna }\n';
    expect(sentence(text)).toMatch(
      /settings\.yaml, seats\.0\.chats\.0\.platform: got "twich", expected one of/,
    );
    expect(sentence('seats:\n  - chats:\n      - { platform: twitch }\n', 'ru')).toMatch(
      /channel: получено «ничего»/,
    );
  });

  it('of spelling is blamed on its own file by its name, without what else stands there', () => {
    expect(sentence('size: L\nprot: 80\ntwitch:\n  chanel: hush-hush\n')).toMatch(
      /^\/\S+settings\.yaml: there is no setting twitch\.chanel\..*\n\/\S+settings\.yaml: there is no setting prot\.[^{]*$/,
    );
    expect(sentence('seats:\n  - nmae: Anna\n', 'ru')).toMatch(
      /settings\.yaml: настройки seats\.0\.nmae нет/,
    );
  });

  it.each([
    ['port: 1\nlang: [ru\n', 3, /закрывающей скобки/],
    ['port: 1\n\tlang: ru\n', 2, /табуляцией/],
    ['port: 1\nport: 2\n', 2, /уже было/],
    ['- port\n', 1, /вида «имя: значение»/],
    ['port: 1\nobs: a: b\n', 2, /двоеточи/],
  ])('of YAML names its line: %j', (text, line, means) => {
    expect(sentence(text, 'ru')).toMatch(means);
    expect(sentence(text, 'ru')).toContain(`settings.yaml, строка ${line}: `);
    expect(sentence(text)).toContain(`settings.yaml, line ${line}: `);
  });

  it('is not that a file has nothing but comments', () => {
    expect(readSettings({ env: {}, file: file('# later\n') }).port).toBe(4747);
  });
});

it.each(['name_1', '#name_1', '@name_1', 'https://www.twitch.tv/name_1', 'twitch.tv/name_1/videos?x=1'])(
  'takes %s for a Twitch channel',
  (given) => {
    expect(readSettings({ env: {}, options: { 'twitch.channel': given } }).twitch.channel).toBe('name_1');
  },
);

it.each(['https://kick.com/name', 'a', 'two words', ''])('does not take %j for a Twitch channel', (given) => {
  const run = () => readSettings({ env: {}, options: { 'twitch.channel': given } });
  expect(fault(run)).toMatch(/^--twitch: got ".*", expected a channel name of 2 to 25/);
});
