/** Words of the admin's room in a language, and how its things are put into words. */

import type { Tuning } from '../../../engine/tuning/state.ts';
import type { Lang } from '../../../protocol/texts.ts';
import { entryName, playerName, type Speech } from '../say.ts';
import { signed } from '../template.ts';
import { ADMIN_WORDS_EN, type AdminWords } from './en.ts';
import { ADMIN_WORDS_RU } from './ru.ts';

const WORDS: Readonly<Record<Lang, AdminWords>> = { ru: ADMIN_WORDS_RU, en: ADMIN_WORDS_EN };

export function adminWords(lang: Lang): AdminWords {
  return WORDS[lang];
}

/** A word of a table, or the key itself where the table is older than the key. */
export function named(table: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(table, key) ? (table[key] ?? key) : key;
}

const SHARES: readonly string[] = ['cooldown', 'weight'];

/** «бросок +2», «вес heal 50%», «правило tunables.tokens.every = 60». */
export function tuningText({ lang, texts }: Speech, { knob, on, value }: Tuning): string {
  const name = named(adminWords(lang).knobs, knob);
  if (knob === 'rule') return `${name} ${on} = ${value}`;
  const what = on === null ? name : `${name} ${texts.items[on]?.name ?? texts.trials[on]?.name ?? on}`;
  if (SHARES.includes(knob)) return `${what} ${value}%`;
  return `${what} ${signed(lang, value)}${knob === 'price' ? '%' : ''}`;
}

export function scopeText(speech: Speech, { scope }: Tuning): string {
  const words = adminWords(speech.lang).scopes;
  if (scope.of === 'game') return words.game;
  if (scope.of === 'zone') return `${words.zone} ${speech.texts.zones[scope.zone]?.name ?? scope.zone}`;
  return `${words.player} ${playerName(speech, scope.player)}`;
}

/** An entry by its id, whichever kind the source says. */
export function sourceName(speech: Speech, from: string, id: string): string {
  const kind = { skill: 'skills', item: 'items', effect: 'effects', class: 'classes', trial: 'trials' }[from];
  return kind ? entryName(speech, kind as 'skills', id) : id;
}
