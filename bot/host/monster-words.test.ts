import { expect, it } from 'vitest';
import type { CombatEvent } from '../engine/combat/events.ts';
import type { Fight } from '../engine/combat/state.ts';
import { type Lang, type Met, MonsterWords, wordsKey } from './monster-words.ts';

const foe = (n: number, templateId: string) => ({ n, templateId, affixId: null, tier: 1, hint: 'pale' });
const event = (type: 'fightBegun' | 'fightRound', foes: readonly unknown[], n = 1): CombatEvent => ({
  ...{ type, player: 'p1', beats: [] },
  fight: { n, foes } as unknown as Fight,
});

function given() {
  const asked: string[] = [];
  let found = 0;
  const find = async (met: Met, lang: Lang) => {
    asked.push(wordsKey(met, lang));
    return { name: `${met.templateId} ${lang}`, line: 'Waits.' };
  };
  const words = new MonsterWords(find, () => {
    found += 1;
  });
  return { words, asked, found: () => found };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('are asked for once a foe and language, also for those that come in a later round', async () => {
  const { words, asked, found } = given();
  words.meet([event('fightBegun', [foe(1, 'rat')])]);
  words.meet([event('fightRound', [foe(1, 'rat')]), event('fightRound', [foe(1, 'rat'), foe(2, 'owl')])]);
  words.meet([event('fightRound', [foe(2, 'owl')])]);
  await settled();
  expect(asked).toEqual(['rat/-/1/ru', 'rat/-/1/en', 'owl/-/1/ru', 'owl/-/1/en']);
  expect(words.view()['owl/-/1/en']).toEqual({ name: 'owl en', line: 'Waits.' });
  expect(found()).toBe(4);
  words.meet([event('fightBegun', [foe(1, 'rat')], 2)]);
  await settled();
  expect(asked).toHaveLength(6);
  expect(found()).toBe(4);
});

it('are asked for in the middle of a fight that this host did not see begin', async () => {
  const { words, asked } = given();
  words.meet([event('fightRound', [foe(1, 'rat'), foe(2, 'owl')], 7)]);
  await settled();
  expect(asked).toHaveLength(4);
  expect(Object.keys(words.view())).toHaveLength(4);
});
