/** What is traded, in words. */
import type { Goods } from '../../engine/diplomacy/state.ts';
import { entryName, type Speech, say } from './say.ts';

export function goodsText(speech: Speech, { items, gold }: Goods): string {
  const things = items.map(({ item }) =>
    speech.lang === 'ru' ? `«${entryName(speech, 'items', item)}»` : `"${entryName(speech, 'items', item)}"`,
  );
  const sum = gold > 0 ? [say(speech, 'wareGold', { values: { gold }, capital: false })] : [];
  const all = [...things, ...sum];
  return all.length > 0 ? all.join(' + ') : say(speech, 'wareNothing', { capital: false });
}
