import { describe, expect, it } from 'vitest';
import type { Moment } from '../../bot/protocol/views.ts';
import { makeTreaty } from '../elements/fixture/treaties.ts';
import { wordsOf } from '../elements/fixture/words.ts';
import type { GameEvent } from '../link/types.ts';
import { tellMoment } from './chronicle.ts';
import { counted, form, number, signed } from './plural.ts';
import type { Teller } from './tales.ts';

const teller: Teller = {
  name: (id) => ({ p1: 'Kestrel', p2: 'Северный' })[id] ?? id,
  thing: (_kind, id) => id,
  kind: (kind) => wordsOf('en').kinds[kind],
  zone: (zone) => zone,
  option: (n, option) => (n === 7 ? `answer ${option}` : ''),
  way: (n, option) => (n === 8 ? `way ${option}: chest` : ''),
  who: '',
};
const tell = (events: GameEvent[], lang: 'ru' | 'en' = 'en', who?: string) => {
  const moment: Moment = { seq: 5, at: 1, events, ...(who ? { who } : {}) };
  return tellMoment(moment, teller, wordsOf(lang));
};

/** Every sentence of a language, by walking through its words; functions are called with sample values. */
function sentences(value: unknown, out: string[] = []): string[] {
  if (typeof value === 'string') out.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const one of Object.values(value)) sentences(one, out);
  return out;
}

describe('plural forms', () => {
  it('follows Russian rules', () => {
    const forms = ['клетка', 'клетки', 'клеток'];
    expect([1, 2, 5, 11, 21, 22, 25, 111].map((n) => form('ru', n, forms))).toEqual([
      'клетка',
      'клетки',
      'клеток',
      'клеток',
      'клетка',
      'клетки',
      'клеток',
      'клеток',
    ]);
    expect(counted('en', 1, ['cell', 'cells'])).toBe('1 cell');
  });

  it('writes numbers with a real minus and grouped thousands', () => {
    expect(signed('en', -12)).toBe('−12');
    expect(signed('en', 3)).toBe('+3');
    expect(number('en', 12000)).toBe('12,000');
    expect(number('ru', 12000)).toBe('12 000');
  });
});

describe('the chronicle', () => {
  it('tells a roll with where it led and what it brought', () => {
    const lines = tell([
      { type: 'rolled', player: 'p1', dice: [], bonus: 0, total: 6, spent: [] },
      { type: 'tokens', player: 'p1', tokens: { count: 0, since: 0 } },
      { type: 'landed', player: 'p1', cell: 4, kind: 'chest' },
      { type: 'counted', player: 'p1', what: 'gold', by: 15, why: 'find' },
    ]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      head: 'Kestrel rolls 6',
      tail: 'lands on: Chest · gold +15',
      icon: 'roll',
      player: 'p1',
    });
  });

  it('tells what hit a rival under the deed, and whose hand it was', () => {
    const effect = { n: 1, effect: 'Fog', from: 'p1', stacks: 1, rolls: 1, turns: null, until: null };
    const lines = tell(
      [
        { type: 'itemUsed', player: 'p1', n: 1, item: 'Horn', targets: ['p2'], cell: null, by: 'v_1' },
        { type: 'effectApplied', player: 'p2', effect },
      ],
      'en',
      'owl',
    );
    expect(lines.map(({ head, tail }) => [head, tail])).toEqual([
      ['Kestrel uses Horn on Северный', 'by owl · Северный: Fog'],
    ]);
  });

  it('tells nothing of bookkeeping, and a bare consequence after a name', () => {
    expect(tell([{ type: 'pitied', player: 'p1', pool: 'x', count: 1 }])).toEqual([]);
    expect(tell([{ type: 'counted', player: 'p1', what: 'gold', by: -5, why: 'x' }])[0]!.head).toBe(
      'Kestrel: gold −5',
    );
  });

  it('puts the throw of a check under its outcome, and says options in words', () => {
    const lines = tell([
      { type: 'answered', player: 'p1', n: 7, option: 2, by: 'chat' },
      {
        type: 'checked',
        player: 'p1',
        trial: 'Ogre',
        dice: [],
        bonus: 0,
        total: 10,
        need: 13,
        passed: false,
      },
      { type: 'trialFailed', player: 'p1', trial: 'Ogre', why: 'failed' },
      { type: 'counted', player: 'p1', what: 'hp', by: -8, why: 'x' },
    ]);
    expect(lines.map(({ head, tail }) => [head, tail])).toEqual([
      ['Chat chooses for Kestrel: answer 2', ''],
      ['Kestrel fails: Ogre', '10 against 13 · HP −8'],
    ]);
  });

  it('says which way was taken and what it begins with', () => {
    const [line] = tell([{ type: 'answered', player: 'p1', n: 8, option: 2, by: 'player' }]);
    expect(line!.head).toBe('Kestrel takes way 2: chest');
  });

  it('skips the answer of a chat that said nothing, and what another line tells', () => {
    expect(tell([{ type: 'answered', player: 'p1', n: 7, option: 0, by: 'chat' }])).toEqual([]);
    const offer = { n: 1, from: 'p1', to: 'p2', why: 'accepted', again: null } as const;
    expect(tell([{ type: 'offerClosed', ...offer }])).toEqual([]);
  });

  it('tells what stands between two, and of whom it is', () => {
    const treaty = makeTreaty(3, 'war', ['p1', 'p2']);
    const [line] = tell([{ type: 'treatySigned', treaty, again: null }], 'ru');
    expect(line).toMatchObject({
      head: 'Война: Kestrel против игрока Северный',
      player: 'p1',
      other: 'p2',
      icon: 'war',
      tone: 'bad',
    });
    const broken = { n: 3, kind: 'alliance', between: ['p1', 'p2'], why: 'betrayed', by: 'p2' } as const;
    expect(tell([{ type: 'treatyEnded', ...broken }])[0]).toMatchObject({
      head: 'Betrayal: Северный breaks the alliance with Kestrel',
      player: 'p2',
      other: 'p1',
    });
  });

  it('marks good and bad by more than the words', () => {
    const [trap] = tell([{ type: 'trapSprung', player: 'p1', trap: 'Wet Floor', cell: 3, mark: null }]);
    const [pass] = tell([{ type: 'trialPassed', player: 'p1', trial: 'Riddle', tier: 1 }]);
    expect([trap!.tone, pass!.tone]).toEqual(['bad', 'good']);
  });

  it('never declines a nickname in Russian', () => {
    const [line] = tell(
      [{ type: 'itemUsed', player: 'p1', n: 1, item: 'Рог', targets: ['p2'], cell: null, by: null }],
      'ru',
    );
    expect(line!.head).toBe('Kestrel → Северный: Рог');
  });
});

describe('the words', () => {
  it('have no exclamation marks outside commands, no straight Russian quotes, no first person', () => {
    for (const lang of ['ru', 'en'] as const) {
      for (const sentence of sentences(wordsOf(lang))) {
        expect(sentence.replace(/![\p{L}]+/gu, ''), sentence).not.toContain('!');
        if (lang === 'ru') expect(sentence).not.toMatch(/["]|(?<!\p{L})я(?!\p{L})/iu);
      }
    }
  });

  it('guess nobody’s gender in Russian sentences', () => {
    const { heads, tails } = wordsOf('ru').tales;
    const source = [...Object.values(heads), ...Object.values(tails)].map(String).join('\n');
    expect(source).not.toMatch(/\} (?:\p{L}+(?:ил|ал|ел|ул|ёл|ыл|шла|ила|ала|ела)|готов|должен|рад)\b/u);
    expect(source).not.toMatch(/\(а\)/);
  });
});
