import { describe, expect, it } from 'vitest';
import type { AccountSays } from '../../protocol/accounts.ts';
import { context } from '../given.ts';
import { readLine } from '../read.ts';
import { lengthOf } from '../text.ts';
import { answerAccount } from './account.ts';
import { SOFT } from './compose.ts';

const LONG = 'Очень-длинное-имя-зрителя';
const both = { to: LONG, other: LONG, platform: 'vkvideo' } as const;
const ALL: readonly AccountSays[] = [
  { is: 'code', to: LONG, code: '7Q2F', wait: 600 },
  { is: 'pending', ...both, yours: true },
  { is: 'pending', ...both, yours: false },
  { is: 'linked', ...both, count: 12 },
  { is: 'declined', ...both },
  { is: 'unlinked', to: LONG },
  { is: 'who', to: LONG, count: 2, seat: 'p1' },
  { is: 'who', to: LONG, count: 1, seat: null },
];
const tell = (says: AccountSays, lang: 'ru' | 'en' = 'ru', turn = 0) =>
  answerAccount({ lang, answer: { ok: true, says }, turn });

describe('what is told of an account', () => {
  it.each(ALL.map((says) => [says.is, says] as const))(
    '%s fits a chat line in both languages, whole',
    (_, says) => {
      for (const lang of ['ru', 'en'] as const)
        for (const turn of [0, 1, 2]) {
          const line = tell(says, lang, turn);
          expect(lengthOf(line), line).toBeLessThanOrEqual(SOFT);
          expect(line).toContain(LONG);
          expect(line).not.toMatch(/[{}[\]—…]/);
        }
    },
  );

  it('says what to type next', () => {
    expect(tell(ALL[0]!)).toContain('!связать 7Q2F');
    expect(tell(ALL[0]!, 'en')).toContain('10 min');
    expect(tell(ALL[1]!, 'en')).toContain('!link yes');
    expect(tell(ALL[3]!)).toContain('VK Видео');
    expect(
      answerAccount({ lang: 'ru', answer: { ok: false, code: 'link-tries', args: { wait: 600 } } }),
    ).toContain('10 мин');
  });

  it('lets no name break out, nor give a command to the platform', () => {
    const line = tell({
      is: 'linked',
      to: '/ban me',
      other: '!roll\u202e{code}',
      platform: 'constructor',
      count: 2,
    });
    expect(line).toMatch(/^ban me и roll\{code\} \(constructor\)/);
  });
});

const VIEWER = context({ role: 'viewer' });

describe('lines about accounts', () => {
  it.each([
    ['!link', { type: 'link' }],
    ['!связать', { type: 'link' }],
    ['!cdzpfnm', { type: 'link' }],
    ['!link 7q2f', { type: 'link', code: '7q2f' }],
    ['!link7Q2F', { type: 'link', code: '7Q2F' }],
    ['!связать «7Q2F»', { type: 'link', code: '7Q2F' }],
    ['!связать да', { type: 'confirm', yes: true }],
    ['!link YES!', { type: 'confirm', yes: true }],
    ['!link no', { type: 'confirm', yes: false }],
    ['!отвязать', { type: 'unlink' }],
    ['!unlink', { type: 'unlink' }],
  ])('%s', (line, wish) => {
    expect(readLine(line, VIEWER)).toMatchObject({ kind: 'account', wish });
  });

  it('refuses what is no code, and never guesses a misspelt command', () => {
    expect(readLine('!link https://example.org/very/long', VIEWER)).toMatchObject({ code: 'bad-code' });
    expect(readLine('!unlnk', VIEWER)).toMatchObject({ kind: 'fault' });
    expect(readLine('!lin', VIEWER)).toMatchObject({ kind: 'fault' });
  });
});
