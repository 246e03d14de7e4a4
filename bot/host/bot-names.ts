/** Names of practice players: furniture of a night shift, nobody real. Each can be typed in either layout. */
const NAMES = {
  ru: ['Торшер', 'Кофейник', 'Подоконник', 'Чайник', 'Форточка', 'Антресоль', 'Табурет', 'Кактус'],
  en: ['Floor Lamp', 'Kettle', 'Radiator', 'Coat Rack', 'Toaster', 'Doormat', 'Footstool', 'Cactus'],
} as const;

/** So many names that are not taken yet. */
export function botNames(lang: 'ru' | 'en', count: number, taken: readonly string[] = []): string[] {
  const low = new Set(taken.map((name) => name.toLowerCase()));
  return NAMES[lang].filter((name) => !low.has(name.toLowerCase())).slice(0, count);
}
