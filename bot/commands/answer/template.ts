/**
 * Filling of sentences. `{x}` a value · `{n|one|few|many}` a number with its noun (English: `{n|one|many}`) ·
 * `[…]` left out when a blank inside has no value. Brackets do not nest.
 */
import type { Lang } from '../../protocol/texts.ts';

export type Values = Readonly<Record<string, string | number | undefined>>;

const RULES: Record<Lang, Intl.PluralRules> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** The noun's form beside a whole number: 1 клетка, 2 клетки, 5 клеток. */
export function plural(lang: Lang, count: number, forms: readonly string[]): string {
  const rule = RULES[lang].select(Math.abs(count));
  if (rule === 'one') return forms[0] ?? '';
  if (rule === 'few') return forms[1] ?? '';
  return forms[forms.length - 1] ?? '';
}

/** `12 000` and `12,000`; a real minus. Whole numbers stay whole. */
export function figure(lang: Lang, value: number): string {
  const digits = Math.abs(value).toLocaleString(lang === 'ru' ? 'ru-RU' : 'en-US', {
    maximumFractionDigits: 1,
    // Russian writes 1200 together and 12 000 apart.
    useGrouping: lang === 'ru' ? 'min2' : true,
  });
  return (value < 0 ? '−' : '') + digits.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
}

/** `+5` and `−5`. */
export function signed(lang: Lang, value: number): string {
  return value > 0 ? `+${figure(lang, value)}` : figure(lang, value);
}

const DAYS: Record<Lang, readonly string[]> = { ru: ['день', 'дня', 'дней'], en: ['day', 'days'] };

/** Seconds as people say them: up to 2 minutes in seconds, up to 2 hours in minutes, up to 2 days in hours, then days. */
export function duration(lang: Lang, seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 120) return lang === 'ru' ? `${whole} с` : `${whole} s`;
  const minutes = Math.ceil(whole / 60);
  if (minutes < 120) return lang === 'ru' ? `${minutes} мин` : `${minutes} min`;
  const hours = Math.ceil(minutes / 60);
  if (hours <= 48) return lang === 'ru' ? `${hours} ч` : `${hours} h`;
  const days = Math.ceil(hours / 24);
  return `${days} ${plural(lang, days, DAYS[lang])}`;
}

const BLANK = /\{(\w+)((?:\|[^{}|]*)*)\}/g;

function fillPart(
  part: string,
  { values, lang, optional }: { values: Values; lang: Lang; optional: boolean },
): string {
  let missing = false;
  const text = part.replace(BLANK, (_, name: string, forms: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined || value === '') {
      missing = true;
      return '—';
    }
    if (typeof value === 'string') return value;
    const number = figure(lang, value);
    return forms ? `${number} ${plural(lang, value, forms.slice(1).split('|'))}` : number;
  });
  return optional && missing ? '' : text;
}

export interface Filling {
  readonly values: Values;
  readonly lang: Lang;
  /** Begin with a capital letter, unless the sentence begins with a nickname. Default true. */
  readonly capital?: boolean;
}

/**
 * A sentence with its blanks filled; a blank outside brackets without a value becomes «—», so that a missing
 * argument never hides the sentence.
 */
export function fill(sentence: string, { values, lang, capital = true }: Filling): string {
  // Split by brackets: parts with odd numbers are the optional ones. Values are never read as templates.
  const parts = sentence.split(/\[([^\]]*)\]/);
  const text = parts
    .map((part, i) => fillPart(part, { values, lang, optional: i % 2 === 1 }))
    .join('')
    .replace(/^[\s,:;]+|\s+$/gu, '');
  if (!capital) return text;
  return startsWithName(text, values) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** Blanks that hold what people are called; nobody's name is rewritten. */
const NAMES = ['name', 'names', 'viewer', 'whom', 'target', 'player'];

function startsWithName(text: string, values: Values): boolean {
  return NAMES.some((key) => {
    const value = Object.hasOwn(values, key) ? values[key] : undefined;
    return typeof value === 'string' && value !== '' && text.startsWith(value);
  });
}

/** The variant for this turn of the counter. */
export function variant(list: readonly string[], turn: number): string {
  return list[Math.abs(Math.trunc(turn)) % list.length] ?? '';
}
