/** What things are made of, and their power: as people ask for it, and as they are told. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../adapters/content/json.ts';
import { loadContent } from '../content/load.ts';
import { GEAR_NUMBERS } from '../engine/combat/gear.ts';
import type { Why } from '../engine/why/why.ts';
import { adminWords } from './answer/admin/words.ts';
import { answerQuery } from './answer.ts';
import { bag, board, context } from './given.ts';
import { readLine } from './read.ts';

const { texts, rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const WHY: Why = {
  ...{ roll: null, move: null, check: null, prices: [], pace: { total: 90, base: 90, tunings: [] } },
  numbers: {
    power: {
      total: 8,
      steps: [
        { from: 'item', id: 'knuckle_tape', by: 5 },
        { from: 'item', id: 'wooden_sword', by: 3 },
      ],
    },
    electricity: { total: -15, steps: [{ from: 'item', id: 'static_apron', by: -15 }] },
  },
};

function ask(line: string, lang: 'ru' | 'en'): string {
  const asked = readLine(line, context({ texts, lang }));
  if (asked.kind !== 'query') return asked.kind === 'fault' ? asked.code : asked.kind;
  const { query, args } = asked;
  const seen = { player: 'p1', board: board(), bag: bag({ why: WHY }), texts: texts[lang], lang };
  return answerQuery({ query, args, ...seen });
}

describe('a material', () => {
  it('is told by its name, with its rule of the book', () => {
    expect(ask('!rule rubber', 'en')).toContain('Harm in fights: electricity −15%, fire +10%.');
    expect(ask('!правило резина', 'ru')).toContain('В бою урон током −15%, огнём +10%.');
    expect(ask('!rule wool', 'en')).toContain('6.11');
  });

  it('is told with every worn thing, whole, in one line of a chat', () => {
    for (const { id, slot, material } of Object.values(rules.items)) {
      if (!slot || !material) continue;
      expect(ask(`!правило ${texts.ru.items[id]!.name}`, 'ru'), id).toContain(
        texts.ru.materials[material]!.line,
      );
      expect(ask(`!rule ${texts.en.items[id]!.name}`, 'en'), id).toContain(
        texts.en.materials[material]!.line,
      );
    }
  });
});

describe('"why is this 7?"', () => {
  it.each([
    ['!почему удар', 'ru', 'LiraVox, сила удара, %: Бинты +5, Деревянный меч +3 = 8.'],
    ['!why power', 'en', 'LiraVox, power of strikes, %: Knuckle Tape +5, Wooden Sword +3 = 8.'],
    ['!почему ток', 'ru', 'LiraVox, урон током, %: Фартук от помех −15 = −15.'],
    ['!why electricity', 'en', 'LiraVox, harm by electricity, %: Static Apron −15 = −15.'],
    ['!почему магия', 'ru', 'LiraVox: такого числа пока нет. Пример: !почему ум.'],
  ] as const)('%s', (line, lang, expected) => {
    expect(ask(line, lang)).toBe(expected);
  });

  it('has a word for each number of gear, in both languages', () => {
    for (const lang of ['ru', 'en'] as const)
      for (const name of GEAR_NUMBERS) expect(adminWords(lang).numbers, name).toHaveProperty(name);
  });
});
