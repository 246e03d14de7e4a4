import { describe, expect, it } from 'vitest';
import { describeError, ERRORS, type ErrorCode, errorSentence, isMsigError, MsigError } from './errors.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];
const blanks = (line: string) => [...line.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('our own errors', () => {
  it.each(codes)('%s says the same in both languages', (code) => {
    const { ru, en } = ERRORS[code];
    expect(blanks(ru)).toEqual(blanks(en));
    expect(ru).toMatch(/[а-яё]/i);
    expect(en).not.toMatch(/[а-яё]/i);
    for (const line of [ru, en]) expect(line).toMatch(/\.$/);
  });

  it('fills its sentence and keeps code, arguments, cause and exit code', () => {
    const cause = new Error('EADDRINUSE');
    const error = new MsigError('PORT_IN_USE', { port: 4747, host: '127.0.0.1', next: 4748 }, { cause });
    expect(error.message).toBe(
      'Port 4747 on 127.0.0.1 is taken by another program. Close it, or choose another one: --port 4748.',
    );
    expect(error.sentence('ru')).toContain('Порт 4747');
    expect(error).toMatchObject({ code: 'PORT_IN_USE', exit: 1, cause, args: { port: 4747 } });
    expect(isMsigError(error)).toBe(true);
  });

  it('names a setting once, fully in one language, one fault a line', () => {
    const args = {
      ...{ place: '--players', name: 'players', value: '3' },
      expected:
        'a whole number from 4 to 8\nmy.yaml: size "XL", expected Invalid option: expected one of "S"|"M"|"L"',
    };
    expect(errorSentence('BAD_SETTING', args, 'ru')).toBe(
      '--players: получено «3», а нужно целое число от 4 до 8.\nmy.yaml, size: получено «XL», а нужно одно из S, M, L.',
    );
    expect(errorSentence('BAD_SETTING', args, 'en')).toBe(
      '--players: got "3", expected a whole number from 4 to 8.\nmy.yaml, size: got "XL", expected one of S, M, L.',
    );
  });

  it('shows a dash for what it was not told', () => {
    expect(errorSentence('UNKNOWN_GAME', {}, 'en')).toBe(
      'There is no game —. The list of games: GET /api/games.',
    );
  });

  it('makes a sentence of anything thrown', () => {
    expect(describeError(new MsigError('UNKNOWN_GAME', { game: 'x' }), 'ru')).toContain('Нет игры x');
    expect(describeError(new TypeError('boom'), 'en')).toContain('boom');
    expect(describeError(undefined, 'en')).toContain('undefined');
    expect(describeError('text', 'ru')).toContain('text');
  });
});
