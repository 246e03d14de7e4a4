/** Findings as people read them, and as programs do. */
import type { Finding } from './check.ts';
import { SENTENCES } from './words/codes.ts';
import type { Sentence } from './words/sentences.ts';
import { ABILITIES, TITLES } from './words/titles.ts';

export type Lang = 'ru' | 'en';

const SIGNS = { ok: '✓', warn: '!', fault: '✗' } as const;
const LABELS = {
  ru: { expected: 'нужно', todo: 'сделай', sum: 'в порядке: {ok}, внимание: {warn}, неисправно: {fault}' },
  en: { expected: 'expected', todo: 'do', sum: 'fine: {ok}, to note: {warn}, broken: {fault}' },
} as const;

/** A finding with its blanks filled. */
export function said({ code, args }: Pick<Finding, 'code' | 'args'>, lang: Lang): Sentence {
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'what' ? abilities(args.what, lang) : String(args[`${name}_${lang}`] ?? args[name] ?? '—'),
    );
  const { found, expected, todo } = SENTENCES[code][lang];
  return {
    found: filled(found),
    ...(expected === undefined ? {} : { expected: filled(expected) }),
    ...(todo === undefined ? {} : { todo: filled(todo) }),
  };
}

function abilities(list: unknown, lang: Lang): string {
  return String(list ?? '')
    .split(', ')
    .map((one) => ABILITIES[one]?.[lang] ?? one)
    .join(', ');
}

/** One line a finding, two more under what needs attention, and a sum. */
export function printed(findings: readonly Finding[], lang: Lang): string {
  const labels = LABELS[lang];
  const lines = findings.flatMap((finding) => {
    const { found, expected, todo } = said(finding, lang);
    const about = finding.about === null ? '' : `, ${finding.about}`;
    const head = `${SIGNS[finding.level]} ${TITLES[finding.check][lang]}${about}: ${found}`;
    if (finding.level === 'ok') return [head];
    return [
      head,
      ...(expected ? [`    ${labels.expected}: ${expected}`] : []),
      ...(todo ? [`    ${labels.todo}: ${todo}`] : []),
    ];
  });
  return `${lines.join('\n')}\n\n${sumOf(findings, labels.sum)}\n`;
}

function sumOf(findings: readonly Finding[], text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, level: string) =>
    String(findings.filter((one) => one.level === level).length),
  );
}

/** `{ok, findings: [{check, about, level, code, found, expected?, todo?}]}` on one line. */
export function asJson(findings: readonly Finding[], lang: Lang): string {
  const list = findings.map((finding) => {
    const { check, about, level, code } = finding;
    return { check, about, level, code, ...said(finding, lang) };
  });
  return JSON.stringify({ ok: isSound(findings), findings: list });
}

export function isSound(findings: readonly Finding[]): boolean {
  return findings.every(({ level }) => level !== 'fault');
}
