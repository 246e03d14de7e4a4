/** The line of a fight adds up: health before, what was taken and healed, health after. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../../adapters/content/json.ts';
import { loadContent } from '../../../content/load.ts';
import type { EventOf, GameEvent } from '../../../engine/events.ts';
import { Table } from '../../../engine/given.ts';
import type { Lang } from '../../../protocol/texts.ts';
import { answerEvents } from '../../answer.ts';
import { board, NAMES, TEXTS } from '../../given.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const EVEN = Array.from({ length: 4000 }, () => 60);

/** p1 has stopped on a monster. */
function met(): Table {
  const game = new Table({ rules }).flat({ 3: 'monster' });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  return game;
}

function said(events: readonly GameEvent[], lang: Lang, turn = 0): string {
  const told = { events, lang, texts: TEXTS[lang], names: NAMES, board: board(), turn };
  return answerEvents({ ...told, about: 'p1' });
}

/** Dealt, taken, healed, before, after. */
const LINE = {
  ru: /(?:нанесено|по врагу) (\d+), (?:получено|по тебе) (\d+)(?:, (?:вылечено|лечение) (\d+))?\. HP (\d+) → (\d+)\//i,
  en: /(?:dealt )?(\d+)(?: on them)?, (?:taken )?(\d+)(?: on you)?(?:, (?:healed )?(\d+)(?: healed)?)?\. HP (\d+) → (\d+)\//i,
} as const;
function numbers(line: string, lang: Lang) {
  const found = LINE[lang].exec(line);
  if (!found) throw new Error(`not a round: ${line}`);
  const [dealt = 0, taken = 0, healed = 0, before = 0, after = 0] = found
    .slice(1)
    .map((one) => Number(one ?? 0));
  return { dealt, taken, healed, before, after };
}

describe.each(['ru', 'en'] as const)('the line of a fight, %s', (lang) => {
  it.each([0, 1])('sums all rounds of a fight that plays itself, wording %i', (turn) => {
    const game = met();
    const before = game.player('p1').hp;
    game.must({ type: 'auto' }, 'p1', EVEN);
    const rounds = game.of('fightRound');
    expect(rounds.length).toBeGreaterThan(1);
    const line = said(rounds, lang, turn);
    const got = numbers(line, lang);
    expect(got.before).toBe(before);
    expect(got.after).toBe(rounds.at(-1)?.fight.me.hp);
    expect(got.before - got.taken + got.healed).toBe(got.after);
    const foes = rounds[0]?.fight.foes.reduce((sum, { derived }) => sum + derived.maxHp, 0);
    const left = rounds.at(-1)?.fight.foes.reduce((sum, { hp }) => sum + hp, 0) ?? 0;
    expect(got.dealt).toBe((foes ?? 0) - left);
    expect(line.toLowerCase()).toContain(lang === 'ru' ? `${rounds.length} раунд` : `${rounds.length} round`);
  });

  it('counts what bleeds and what heals', () => {
    const game = met();
    game.must({ type: 'hit', reach: 'near' }, 'p1', EVEN);
    const [round] = game.of('fightRound') as [EventOf<'fightRound'>];
    const me = { ...round.fight.me, hp: 20 };
    const beats: EventOf<'fightRound'>['beats'] = [
      { is: 'blow', who: 1, on: 'me', harm: 4, how: 'hit', by: 'bite' },
      { is: 'hurt', who: 'me', by: 'bleeding', points: 3 },
      { is: 'heal', who: 'me', by: 'moss', points: 2 },
      { is: 'blow', who: 'me', on: 1, harm: 5, how: 'hit', by: 'near' },
      { is: 'hurt', who: 1, by: 'fire', points: 6 },
    ];
    const line = said([{ ...round, fight: { ...round.fight, me }, beats }], lang);
    expect(numbers(line, lang)).toEqual({ dealt: 11, taken: 7, healed: 2, before: 25, after: 20 });
    expect(line).not.toMatch(/1 раунд:|1 round:/);
  });
});

it('tells of several foes without a verb that fits only one of them', () => {
  const foes = ['orc_snow_hunter', 'ram_battering_wren'].map((templateId) => ({
    templateId,
    tier: 1,
    affixId: null,
  }));
  const lines = [0, 1, 2].flatMap((turn) =>
    (['won', 'lost', 'fled', 'spared', 'left'] as const).map((how) =>
      said([{ type: 'fightEnded', player: 'p1', n: 1, how, foes, rounds: 3 }], 'ru', turn),
    ),
  );
  for (const line of lines) {
    expect(line).toContain('orc_snow_hunter, ram_battering_wren');
    expect(line).not.toMatch(/ (остаётся|остаются|идёт|идут|уходит|уходят) /);
  }
  expect(new Set(lines).size).toBe(6);
});
