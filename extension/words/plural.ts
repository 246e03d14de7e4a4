/** Numbers with the form of the word that goes with them. */
const RU = new Intl.PluralRules('ru');
const NUMBER = { ru: new Intl.NumberFormat('ru'), en: new Intl.NumberFormat('en') };

/** «3 клетки»: forms for 1, 2, 5. */
export function ruCounted(n: number, one: string, few: string, many: string): string {
  const rule = RU.select(Math.abs(n));
  const form = rule === 'one' ? one : rule === 'few' ? few : many;
  return `${NUMBER.ru.format(n).replace('-', '−')} ${form}`;
}

export function enCounted(n: number, one: string, more: string): string {
  return `${NUMBER.en.format(n).replace('-', '−')} ${Math.abs(n) === 1 ? one : more}`;
}
