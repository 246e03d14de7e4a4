import { describe, expect, it, test } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { fightMove } from '../bots/fights.ts';
import { legalMoves } from '../bots/moves.ts';
import { STYLES } from '../bots/style.ts';
import { maxHp } from '../effects/derive.ts';
import { Table } from '../given.ts';
import type { ItemDef, Rules } from '../rules.ts';
import type { BagItem } from '../state.ts';
import { monster, Ringside } from './given.suite.ts';
import type { FightOp } from './rules.ts';
import type { Fight } from './state.ts';

const { rules: real, texts } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const plain = {
  zone: 'any',
  tags: ['heal'],
  purpose: 'risk',
  category: 'consumable',
  rarity: 'common',
} as const;
const item = (id: string, more: Partial<ItemDef>): ItemDef => ({
  ...{ id, ...plain, price: 20, target: 'self', range: 0 },
  ...more,
});
const OWN: readonly ItemDef[] = [
  item('snack', { use: [{ op: 'heal', percent: 20 }] }),
  item('step', { use: [{ op: 'move', by: 2 }] }),
  item('ladder', { use: [{ op: 'move', by: 1, land: true }] }),
  item('doors', {
    use: [
      {
        op: 'choose',
        fallback: 1,
        options: [{ do: [{ op: 'move', by: 1 }] }, { do: [{ op: 'gold', by: 1 }] }],
      },
    ],
  }),
  item('thorn', { use: [{ op: 'harm', percent: 100 }] }),
  item('dart', { target: 'rival', range: 'any', hostile: true, use: [{ op: 'harm', percent: 10 }] }),
  item('lunch', {
    target: 'ally',
    range: 6,
    use: [{ op: 'gold', by: 1 }],
    alone: [{ op: 'heal', percent: 20 }],
  }),
  item('pot', {
    target: 'rival',
    range: 'any',
    use: [{ op: 'gold', by: 1 }],
    fight: [{ do: 'harm', percent: 10 }],
  }),
];
const rules: Rules = {
  ...real,
  items: { ...real.items, ...Object.fromEntries(OWN.map((one) => [one.id, one])) },
};
/** Middle faces: nothing is missed, nothing is critical. */
const EVEN = Array.from({ length: 400 }, () => 60);
const HELPER = { by: 'viewer', viewer: 'v_1', player: 'p1' } as const;

const held = (id: string, n: number): BagItem => ({
  ...{ n, item: id, charges: rules.items[id]?.charges ?? 1, ttl: null, worn: false, wait: 0 },
});

/** p1 has stopped on a monster, hurt, with these things. */
function met(...bag: readonly string[]): Table {
  const game = new Table({ rules }).flat({ 3: 'monster' });
  game.set('p1', { audience: 0, bag: bag.map((id, i) => held(id, 900 + i)) });
  game.must({ type: 'roll' }, 'p1', [1, 1, 1]);
  return game.set('p1', { hp: Math.floor(maxHp(game.player('p1'), rules) * 0.9) });
}
const fightIn = (game: Table): Fight => {
  const { fight } = game.player('p1');
  if (!fight) throw new Error('no fight');
  return fight;
};
const healedBy = (game: Table, why: string) =>
  game
    .of('counted')
    .reduce((sum, event) => sum + (event.what === 'hp' && event.why === why ? event.by : 0), 0);

describe('an own thing in a fight', () => {
  it('heals first, and the round goes on without an attack', () => {
    const game = met('snack');
    const hp = fightIn(game).foes.map((foe) => foe.hp);
    game.must({ type: 'use', item: 'snack' }, 'p1', EVEN);
    expect(healedBy(game, 'snack')).toBeGreaterThan(0);
    const [round] = game.of('fightRound');
    expect(round?.fight.round).toBe(2);
    expect(round?.beats).toContainEqual({ is: 'rule', who: 'me', id: 'snack' });
    expect(round?.beats.some((beat) => beat.is === 'blow' && beat.who === 'me')).toBe(false);
    expect(round?.beats.some((beat) => beat.is === 'blow' && beat.on === 'me')).toBe(true);
    expect(fightIn(game).foes.map((foe) => foe.hp)).toEqual(hp);
    expect(fightIn(game).me.hp).toBe(game.player('p1').hp);
    expect(game.player('p1').bag).toEqual([]);
  });

  it('is thrown at the first foe where nobody is named', () => {
    const game = met('pot');
    const [before] = fightIn(game).foes;
    game.must({ type: 'use', item: 'pot' }, 'p1', EVEN);
    const [after] = fightIn(game).foes;
    expect(after?.hp).toBe((before?.hp ?? 0) - Math.ceil((before?.derived.maxHp ?? 0) / 10));
    expect(fightIn(game).round).toBe(2);
    expect(game.of('itemUsed')).toMatchObject([{ item: 'pot', targets: [], cell: null }]);
    expect(game.of('counted').filter(({ what }) => what === 'gold')).toEqual([]);
    expect(game.player('p1').bag).toEqual([]);
  });

  it('goes at a rival who is named, and takes the round as well', () => {
    const game = met('pot', 'dart');
    const { hp } = game.player('p2');
    game.must({ type: 'use', item: 'dart', targets: ['p2'] }, 'p1', EVEN);
    expect(game.player('p2').hp).toBeLessThan(hp);
    expect(fightIn(game).round).toBe(2);
    game.must({ type: 'use', item: 'pot', targets: ['p2'] }, 'p1', EVEN);
    expect(game.of('counted').filter(({ what }) => what === 'gold')).toHaveLength(1);
    expect(fightIn(game).round).toBe(3);
  });

  it('is refused as anywhere, and then takes no round', () => {
    const game = met('dart', 'pot');
    expect(game.refused({ type: 'use', item: 'dart' })).toBe('needs-target');
    expect(game.refused({ type: 'use', item: 'nothing' })).toBe('no-item');
    game.set('p1', { bag: [{ ...held('pot', 950), wait: 2 }] });
    expect(game.refused({ type: 'use', item: 'pot' })).toBe('item-waits');
    expect(fightIn(game).round).toBe(1);
  });

  it('is no throw outside of a fight', () => {
    const game = new Table({ rules }).flat().set('p1', { bag: [held('pot', 900)] });
    expect(game.refused({ type: 'use', item: 'pot' })).toBe('needs-target');
  });

  it('waits while the chat is asked', () => {
    const game = met('snack', 'pot');
    const fight = fightIn(game);
    game.set('p1', { fight: { ...fight, vote: { poll: 'f1', rule: '1/none/0/0', options: 3 } } });
    const look = { state: game.state, rules, at: game.at };
    expect(legalMoves(look, 'p1').filter(({ type }) => type === 'use')).toEqual([]);
    for (const id of ['snack', 'pot']) expect(game.refused({ type: 'use', item: id })).toBe('fight-vote');
    expect(game.player('p1').bag).toHaveLength(2);
  });
});

describe('a helper in a fight', () => {
  const helped = (approval = false) => {
    const game = met('snack', 'snack', 'dart', 'dart');
    const grant = { tags: ['heal'], items: ['dart'], target: 'any', uses: 9, per: 'game' } as const;
    return game.set('p1', {
      hp: 5,
      helpers: { v_1: { ...grant, left: 9, since: 0, until: null, approval } },
    });
  };
  const snack = { type: 'use', item: 'snack' } as const;

  it('takes no round, and is let in once a round', () => {
    const game = helped();
    const { round } = fightIn(game);
    game.must(snack, HELPER, EVEN);
    expect(healedBy(game, 'snack')).toBeGreaterThan(0);
    expect([game.of('fightRound'), fightIn(game).round]).toEqual([[], round]);
    expect(game.refused(snack, HELPER)).toBe('fight-helped');
    game.must({ type: 'hit', reach: 'far' }, 'p1', EVEN);
    game.must(snack, HELPER, EVEN);
  });

  it('is stopped by that where the player says yes, too', () => {
    const game = helped(true);
    const ask = () => {
      game.must(snack, HELPER);
      return { type: 'approve', request: game.player('p1').requests[0]?.n ?? 0, yes: true } as const;
    };
    game.must(ask(), 'p1', EVEN);
    expect(game.refused(ask())).toBe('fight-helped');
  });

  it('may do to others what does nothing for the fighter', () => {
    const game = helped();
    game.must(snack, HELPER, EVEN);
    for (const target of ['p2', 'p3'])
      game.must({ type: 'use', item: 'dart', targets: [target] }, HELPER, EVEN);
  });
});

describe('a thing that carries its owner off', () => {
  const over = (game: Table, cell: number) => {
    expect(game.of('fightEnded')).toMatchObject([{ how: 'left' }]);
    expect(game.of('fightRound')).toEqual([]);
    const player = game.player('p1');
    expect([player.fight, player.cell]).toEqual([null, cell]);
    expect(player.pending.filter(({ is }) => is === 'fight')).toEqual([]);
  };

  it('ends the fight, and the new cell counts after that', () => {
    const game = met('step');
    game.must({ type: 'use', item: 'step' }, 'p1', EVEN);
    over(game, 5);
    const next = new Table({ rules }).flat({ 3: 'monster', 4: 'monster' }).set('p1', { audience: 0 });
    next.set('p1', { bag: [held('ladder', 900)] }).must({ type: 'roll' }, 'p1', [1, 1, 1]);
    const first = fightIn(next).n;
    next.must({ type: 'use', item: 'ladder' }, 'p1', EVEN);
    expect(next.of('fightEnded')).toMatchObject([{ n: first, how: 'left' }]);
    expect(next.of('fightBegun')).toHaveLength(1);
    expect(fightIn(next).n).not.toBe(first);
  });

  it('ends it by the choice it asks for', () => {
    const game = met('doors');
    game.must({ type: 'use', item: 'doors' }, 'p1', EVEN);
    expect(fightIn(game).round).toBe(2);
    const choice = () => game.player('p1').pending[0]?.is === 'choice';
    for (let i = 0; i < 40 && !choice() && game.player('p1').fight; i += 1)
      game.must({ type: 'auto' }, 'p1', EVEN);
    expect(choice()).toBe(true);
    game.must({ type: 'choose', option: 1 }, 'p1', EVEN);
    expect(game.player('p1').fight ?? null).toBeNull();
  });

  it('loses it when the owner falls by the own thing', () => {
    const game = met('thorn');
    game.must({ type: 'use', item: 'thorn' }, 'p1', EVEN);
    expect(game.of('knockedOut')).toHaveLength(1);
    expect(game.of('fightEnded')).toMatchObject([{ how: 'lost' }]);
    expect(game.player('p1').pending.filter(({ is }) => is === 'fight')).toEqual([]);
  });
});

describe('practice bots', () => {
  const mind = (game: Table) => ({
    look: { state: game.state, rules, at: game.at },
    player: game.player('p1'),
    style: { ...Object.values(STYLES)[0]!, flight: 0 },
    draws: { int: () => 1 },
    thinks: () => false,
  });

  it.each(['snack', 'lunch'])('heal with %s below a third of the health, and not above', (id) => {
    const game = met(id);
    expect(fightMove(mind(game))).not.toMatchObject({ type: 'use' });
    game.set('p1', { hp: Math.floor(maxHp(game.player('p1'), rules) / 4) });
    const move = fightMove(mind(game));
    expect(move).toEqual({ type: 'use', item: '900' });
    game.must(move!, 'p1', EVEN);
    expect(healedBy(game, id)).toBeGreaterThan(0);
  });

  it('see the throw among their moves', () => {
    const game = met('pot', 'dart', 'lunch');
    const uses = legalMoves({ state: game.state, rules, at: game.at }, 'p1').filter(
      ({ type }) => type === 'use',
    );
    expect(uses).toContainEqual({ type: 'use', item: '900' });
    expect(uses).toContainEqual({ type: 'use', item: '901', targets: ['p2'] });
    expect(uses).not.toContainEqual({ type: 'use', item: '901' });
    expect(uses).toContainEqual({ type: 'use', item: '902' });
  });
});

const THROWN = Object.values(real.items).flatMap(({ id, fight }) => (fight ? [[id, fight] as const] : []));

describe('what the pack throws', () => {
  it('is ten things at least', () => {
    expect(THROWN.length).toBeGreaterThanOrEqual(10);
  });

  test.each(THROWN)('%s does to the first foe what its data say', (id, does) => {
    const ring = new Ringside({ rules: real, foes: [monster(real), monster(real)] });
    const before = ring.foe();
    const other = ring.foe(2);
    ring.play({ is: 'item', item: id, does });
    expect(ring.beats[0]).toEqual({ is: 'rule', who: 'me', id });
    for (const op of does) expect(shown(ring, op, { id, before }), JSON.stringify(op)).toBe(true);
    expect(ring.foe(2).hp).toBe(other.hp);
    expect(ring.foe(2).statuses).toEqual(other.statuses);
  });

  test.each(THROWN)('%s says so in its rule, in both languages', (id) => {
    expect(texts.ru.items?.[id]?.rule).toContain('В бою');
    expect(texts.en.items?.[id]?.rule).toContain('In a fight');
  });
});

/** The beat that this operation must leave, with its exact figure. */
function shown(
  ring: Ringside,
  op: FightOp,
  { id, before }: { id: string; before: Fight['foes'][number] },
): boolean {
  switch (op.do) {
    case 'harm': {
      const points = Math.ceil((before.derived.maxHp * op.percent) / 100);
      return ring.beats.some(
        (beat) => beat.is === 'hurt' && beat.who === 1 && beat.by === id && beat.points === points,
      );
    }
    case 'status': {
      const told = ring.beats.some(
        (beat) => beat.is === 'status' && beat.who === 1 && beat.effect === op.effect,
      );
      const struck = ring.beats.some((beat) => beat.is === 'blow' && beat.who === 1);
      return told && ring.has(1, op.effect) === op.rounds > 1 && (op.effect !== 'stunned' || !struck);
    }
    case 'push':
      return ring.beats.some((beat) => beat.is === 'move' && beat.who === 1 && beat.to === ring.foe().band);
    default:
      return false;
  }
}
