/** Numbers and the words beside them, by the rules of each language. */

/** English: one, many. Russian: one, few, many («1 клетка, 2 клетки, 5 клеток»). */
export type Forms = readonly string[];

const RULES = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const SLOTS = {
  ru: { zero: 2, one: 0, two: 1, few: 1, many: 2, other: 2 },
  en: { zero: 1, one: 0, two: 1, few: 1, many: 1, other: 1 },
} as const;

/** The form that goes with `n`, without the number. */
export function form(lang: 'ru' | 'en', n: number, forms: Forms): string {
  const slot = SLOTS[lang][RULES[lang].select(Math.abs(n))];
  return forms[Math.min(slot, forms.length - 1)] ?? '';
}

const NUMBERS = { ru: new Intl.NumberFormat('ru'), en: new Intl.NumberFormat('en') };

/** «12 000» / "12,000", with a real minus. */
export function number(lang: 'ru' | 'en', n: number): string {
  return NUMBERS[lang]
    .format(Math.abs(n))
    .replace(/\u00a0/g, ' ')
    .replace(/^/, n < 0 ? '−' : '');
}

/** A change: «+5», «−5». */
export function signed(lang: 'ru' | 'en', n: number): string {
  return n > 0 ? `+${number(lang, n)}` : number(lang, n);
}

/** «3 клетки» / "3 cells". */
export function counted(lang: 'ru' | 'en', n: number, forms: Forms): string {
  return `${number(lang, n)} ${form(lang, n, forms)}`;
}
