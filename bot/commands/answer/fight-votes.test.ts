/** What the chat is asked inside a fight is what the rule of the asker means. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import type { FightOp, FightRule } from '../../engine/combat/rules.ts';
import type { Fight } from '../../engine/combat/state.ts';
import type { GameEvent } from '../../engine/events.ts';
import { Table } from '../../engine/given.ts';
import type { Poll } from '../../engine/state.ts';
import { LANGS, type Lang } from '../../protocol/texts.ts';
import { answerEvents } from '../answer.ts';
import { board, NAMES, TEXTS } from '../given.ts';
import { pollQuestion } from './questions.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });

/** A question of the pack: who asks, what kind it is, and the rule's path in the fight. */
interface Asked {
  readonly id: string;
  readonly about: 'where' | 'line';
  readonly rule: string;
}
function votesOf(side: string, id: string, list: readonly FightRule[]): Asked[] {
  return list.flatMap(({ do: ops }, i) =>
    ops.flatMap((op: FightOp, k) =>
      op.do === 'vote' ? [{ id, about: op.about, rule: `${side}/${id}/${i}/${k}` }] : [],
    ),
  );
}
const ASKED: readonly Asked[] = [
  ...Object.values(rules.monsters?.abilities ?? {}).flatMap(({ id, rules: list }) =>
    votesOf('2', id, list ?? []),
  ),
  ...Object.values(rules.skills).flatMap(({ id, fight }) => votesOf('me', id, fight ?? [])),
];

/** The id of a vote says nothing about what is asked. */
const poll = (id: string): Poll => ({
  ...{ id, player: 'p1', pending: 7, kind: 'choice', options: 3, need: 0 },
  ...{ opens: 1_000, closes: 16_000, settles: 18_000 },
});

const fight = ((): Fight => {
  const game = new Table({ rules }).flat({ 3: 'monster' });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  const found = game.player('p1').fight;
  if (!found) throw new Error('no fight');
  return found;
})();
const voting = (rule: string, id: string): Fight => ({ ...fight, vote: { poll: id, rule, options: 3 } });

function said(rule: string, lang: Lang, id = 'f7.2'): string {
  const events: readonly GameEvent[] = [
    { type: 'fightRound', player: 'p1', fight: voting(rule, id), beats: [] },
    {
      type: 'pended',
      player: 'p1',
      pending: { is: 'fight', n: 7, fight: 7, until: null, poll: id },
      front: false,
    },
    { type: 'pollOpened', poll: poll(id) },
  ];
  const told = { lang, texts: TEXTS[lang], events, names: NAMES, viewers: {}, board: board() };
  return answerEvents({ ...told, turn: 0, at: 1_000, about: 'p1' });
}

const WHERE = { ru: 'где копает', en: 'where does it dig' } as const;

describe.each(LANGS)('votes of a fight, %s', (lang) => {
  it.each(ASKED)('$id asks about: $about', ({ about, rule }) => {
    for (const id of ['f7.2', 'f7.2m']) {
      const line = said(rule, lang, id).toLowerCase();
      expect(line.includes(WHERE[lang])).toBe(about === 'where');
      expect(line).toMatch(/1 — .*2 — .*3 — /);
    }
  });

  it('has words of its own for each asker', () => {
    const all = ASKED.map(({ rule }) => /1 — [^.]*/.exec(said(rule, lang))?.[0]);
    expect(all.length).toBeGreaterThanOrEqual(3);
    expect(new Set(all).size).toBe(all.length);
  });

  it('asks for a number where a pack has a question of its own', () => {
    expect(said('2/new_question/0/0', lang)).toContain(
      lang === 'ru' ? 'номер от 1 до 3' : 'number from 1 to 3',
    );
  });

  it('is told the same when it is asked for later, from the board', () => {
    const view = board();
    const players = view.players.map((one) =>
      one.id === 'p1' ? { ...one, fight: voting('2/waits_for_hello/0/0', 'f7.2') } : one,
    );
    const speech = {
      lang,
      texts: TEXTS[lang],
      names: NAMES,
      viewers: {},
      board: { ...view, players },
      turn: 0,
    };
    const pending = { is: 'fight', n: 7, fight: 7, until: null, poll: 'f7.2' } as const;
    expect(pollQuestion({ ...speech, at: 1_000 }, poll('f7.2'), { pending }).phrase).toBe('fightHello');
  });
});
