import { describe, expect, it } from 'vitest';
import type { Finding } from './check.ts';
import { asJson, isSound, printed, said } from './print.ts';
import { type Code, SENTENCES } from './words/codes.ts';

const codes = Object.keys(SENTENCES) as Code[];
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const finding = (level: Finding['level'], code: Code, args: Finding['args'] = {}): Finding => {
  return { check: 'scopes', about: 'kick/anna', level, code, args };
};

describe('what the doctor says', () => {
  it.each(codes)('%s is the same in both languages', (code) => {
    const { ru, en } = SENTENCES[code];
    expect(Object.keys(ru)).toEqual(Object.keys(en));
    for (const part of ['found', 'expected', 'todo'] as const) {
      expect(new Set(blanks(ru[part] ?? ''))).toEqual(new Set(blanks(en[part] ?? '')));
      expect(en[part] ?? '').not.toMatch(/[а-яё]/i);
      expect(`${ru[part]}${en[part]}`).not.toMatch(/[.!]$/);
    }
  });

  it('has one line for what is well, and three for what is not', () => {
    const findings = [
      finding('ok', 'SCOPES'),
      finding('fault', 'SCOPES_VITAL', { scopes: 'chat:write', what: 'write' }),
    ];
    expect(printed(findings, 'en').split('\n')).toEqual([
      '✓ Rights, kick/anna: all that is needed is allowed',
      '✗ Rights, kick/anna: without chat:write there will be no: answers in the chat',
      '    expected: these rights: without them a sign-in is worth little',
      '    do: sign in again and allow them: npx msig setup',
      '',
      'fine: 1, to note: 0, broken: 1',
      '',
    ]);
    expect(printed(findings, 'ru')).toContain('не будет: ответы в чате');
    expect(isSound(findings)).toBe(false);
    expect(isSound([finding('warn', 'SCOPES_FEWER')])).toBe(true);
  });

  it('is one line of JSON for programs', () => {
    const text = asJson([finding('warn', 'REWARDS_STATUS')], 'en');
    expect(text).not.toContain('\n');
    expect(JSON.parse(text)).toEqual({
      ok: true,
      findings: [
        {
          check: 'scopes',
          about: 'kick/anna',
          level: 'warn',
          code: 'REWARDS_STATUS',
          ...said(finding('warn', 'REWARDS_STATUS'), 'en'),
        },
      ],
    });
  });

  it('fills every blank of a sentence, or shows a dash', () => {
    expect(said({ code: 'NODE_OLD', args: { found: '20' } }, 'en').expected).toBe('version — or newer');
  });
});
