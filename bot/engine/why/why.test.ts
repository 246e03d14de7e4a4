/** Section 4's "why is this 7?", section 5's odds and section 15.1's openness: steps from the code that makes the numbers. */
import { describe, expect, it } from 'vitest';
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { priceOf } from '../bag/market.ts';
import { wakeAt } from '../bots/moves.ts';
import { chooseMove } from '../bots/policy.ts';
import { keyedChance } from '../chance.ts';
import type { Actor, Command } from '../commands.ts';
import { nextDeadline } from '../deadlines.ts';
import { decide } from '../decide.ts';
import { attribute, maxHp, slots } from '../effects/derive.ts';
import { loaded, Table } from '../given.ts';
import { isRefusal } from '../refusal.ts';
import { ATTRIBUTES } from '../rules.ts';
import type { ActiveEffect, GameState } from '../state.ts';
import { landingOdds } from '../turn/odds.ts';
import { oddsOf } from './odds.ts';
import { sumOf } from './step.ts';
import { whyOf } from './why.ts';

const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
const ADMIN: Actor = { by: 'admin' };
const reason = 'a test of what people are told';
const active = (effect: string, n: number): ActiveEffect => ({
  ...{ n, effect, from: null, stacks: 1, rolls: 3, turns: null, until: null },
});

/** A game of bots; `look` at every state. */
function play(seed: number, look: (state: GameState) => void): void {
  const key = new Uint8Array(32).fill(seed);
  const chance = keyedChance(key);
  const minds = keyedChance(new Uint8Array(32).fill(seed + 100));
  const table = new Table({ rules, setup: { mapSeed: `why ${seed}` } });
  let { state, at } = table;
  let thoughts = 0;
  const act = (as: Actor, command: Command) => {
    const result = decide(state, { at, as, command }, { rules, chance });
    if (!isRefusal(result)) state = result.state;
    look(state);
  };
  const over = () => state.status === 'finished';
  for (let steps = 0; steps < 400 && !over(); steps += 1) {
    for (const player of state.order) {
      thoughts += 1;
      const move = chooseMove({ state, rules, at }, player, minds.draw(0, 'policy', thoughts));
      if (move && !over()) act({ by: 'player', player }, move);
    }
    const times = [nextDeadline(state), ...state.order.map((id) => wakeAt({ state, rules, at }, id))];
    at = Math.max(at + 1000, Math.min(...times.filter((time) => time !== null)));
    if ((nextDeadline(state) ?? at + 1) <= at) act({ by: 'system' }, { type: 'expire' });
  }
}

describe('"why is this 7?": each step is listed on request, from the code which computes it', () => {
  it('steps sum to the numbers, in every state of whole games', () => {
    let rolls = 0;
    let bent = 0;
    let checks = 0;
    let prices = 0;
    for (const seed of [1, 2, 3]) {
      play(seed, (state) => {
        for (const id of state.order) {
          const player = state.players[id]!;
          const why = whyOf({ state, rules }, id);
          for (const name of ATTRIBUTES) {
            const one = why.numbers[name]!;
            expect(one.total).toBe(attribute(player, rules, name));
            expect(sumOf(one.steps)).toBe(one.total);
          }
          expect(why.numbers.hp?.total).toBe(maxHp(player, rules));
          expect(why.numbers.slots?.total).toBe(slots(player, rules));
          if (why.roll) {
            rolls += 1;
            if (why.roll.steps.length > 0) bent += 1;
            const dice = why.roll.dice!.reduce((sum, die) => sum + die.value, 0);
            expect(dice + sumOf(why.roll.steps)).toBe(why.roll.total);
          }
          if (why.check) {
            checks += 1;
            const dice = why.check.dice!.reduce((sum, die) => sum + die.value, 0);
            expect(dice + sumOf(why.check.steps)).toBe(why.check.total);
            expect(sumOf(why.check.asks)).toBe(why.check.need);
          }
          for (const price of why.prices) {
            prices += 1;
            expect(price.total).toBe(priceOf({ state, rules }, id, rules.items[price.item]!));
            const percent = 100 + price.steps.reduce((sum, step) => sum + step.percent, 0);
            expect(Math.max(1, Math.round((price.base * percent) / 100))).toBe(price.total);
          }
        }
      });
    }
    expect(Math.min(rolls, bent, checks, prices)).toBeGreaterThan(50);
  });

  it('a roll: the dice, what the effects did to them, and the hand of the admin', () => {
    const table = new Table({ rules }).flat();
    table.set('p1', { effects: [active('shaken', 50)] });
    table.must({ type: 'tune', scope: { of: 'game' }, knob: 'dice', value: -1, reason }, ADMIN);
    table.must({ type: 'roll' }, 'p1', [4, 3, 2]);
    const { roll } = whyOf({ state: table.state, rules }, 'p1');
    expect(roll?.steps.find(({ from }) => from === 'tuning')).toMatchObject({ by: -1 });
    expect(roll?.steps.some(({ from, id }) => from === 'effect' && id === 'shaken')).toBe(true);
    expect(sumOf(roll!.steps) + roll!.dice!.reduce((sum, { value }) => sum + value, 0)).toBe(roll?.total);
  });

  it('a move: how far, and what stopped it', () => {
    const table = new Table({ rules });
    const gate = table.cell('gate');
    table.flat({ [gate]: 'gate' });
    const before = table.state.board.cells[gate]?.prev[0] ?? 0;
    table.set('p1', { cell: before, nonce: null });
    table.must({ type: 'roll' }, 'p1', [4, 4, 4]);
    const { move } = whyOf({ state: table.state, rules }, 'p1');
    expect(move).toMatchObject({ from: before, rolled: 12, stop: 'gate' });
    expect(move?.parts[0]).toEqual({ to: gate, cells: 1, why: 'roll' });
  });

  it('a check: what the player brings and what is asked', () => {
    const { combat: _fights, ...unfought } = rules.tunables;
    const table = new Table({ rules: { ...rules, tunables: unfought } });
    const cell = table.cell('monster');
    table.flat({ [cell]: 'monster' }).set('p1', { cell: table.state.board.cells[cell]?.prev[0] ?? 0 });
    table.must({ type: 'tune', scope: { of: 'game' }, knob: 'dice', value: -6, reason }, ADMIN);
    table.must({ type: 'tune', scope: { of: 'game' }, knob: 'difficulty', value: 3, reason }, ADMIN);
    table.must({ type: 'roll' }, 'p1', [1, 1, 1]);
    const { check } = whyOf({ state: table.state, rules }, 'p1');
    expect(check?.asks.map(({ from }) => from)).toEqual(expect.arrayContaining(['base', 'tuning']));
    expect(check?.steps.map(({ from }) => from)).toEqual(expect.arrayContaining(['base', 'spent']));
  });

  it('the wait for a roll: by the rules, and as it is turned', () => {
    const table = new Table({ rules });
    table.must(
      { type: 'tune', scope: { of: 'player', player: 'p1' }, knob: 'cooldown', value: 200, reason },
      ADMIN,
    );
    const { every } = rules.tunables.tokens;
    expect(whyOf({ state: table.state, rules }, 'p1').pace).toMatchObject({ base: every, total: every * 2 });
    expect(whyOf({ state: table.state, rules }, 'p2').pace).toMatchObject({ base: every, total: every });
  });

  it('says nothing of a roll that was not made, and keeps a roll of before steps were kept', () => {
    const table = new Table({ rules });
    expect(whyOf({ state: table.state, rules }, 'p1')).toMatchObject({ roll: null, move: null, check: null });
    table.set('p1', { lastRoll: { dice: [{ sides: 4, value: 3 }], bonus: 4, total: 7 } });
    expect(whyOf({ state: table.state, rules }, 'p1').roll).toMatchObject({
      total: 7,
      steps: [{ from: 'base', by: 4 }],
    });
  });
});

describe('Before a roll, anyone can ask for the odds: the chance of each landing cell for the chosen dice and effects', () => {
  const asking = (table: Table, boosters: readonly number[] = []) => ({
    ...{ state: table.state, rules, player: 'p1', boosters },
  });

  it('three d4: 64 outcomes, each total by its count', () => {
    const { totals, exact } = oddsOf(asking(new Table({ rules }).flat().set('p1', { skills: [], bag: [] })));
    expect(exact).toBe(true);
    expect(totals.map(({ total }) => total)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(totals.map(({ chance }) => Math.round(chance * 64))).toEqual([1, 3, 6, 10, 12, 12, 10, 6, 3, 1]);
  });

  it.each([[[]], [[6]], [[8, 6]]])(
    'are those of every outcome gone through one by one, with %j',
    (boosters) => {
      for (const effect of Object.values(rules.effects).filter(({ hooks }) =>
        hooks?.some(({ at }) => /Roll/.test(at)),
      )) {
        const table = new Table({ rules }).set('p1', { effects: [active(effect.id, 60)] });
        const odds = oddsOf(asking(table, boosters));
        const plain = new Map(landingOdds(asking(table, boosters)).map(({ cell, chance }) => [cell, chance]));
        expect(odds.landings.length, effect.id).toBe(plain.size);
        for (const { cell, chance } of odds.landings)
          expect(chance, effect.id).toBeCloseTo(plain.get(cell) ?? -1, 9);
      }
    },
  );

  it('are exact for a pouch that no enumeration could go through', () => {
    const { totals, exact } = oddsOf(
      asking(new Table({ rules }).flat().set('p1', { skills: [], bag: [] }), [20, 20, 20, 20, 20, 20]),
    );
    expect(exact).toBe(true);
    expect(totals.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(totals.find(({ total }) => total === 9)?.chance).toBeCloseTo(1 / 64 / 20 ** 6, 20);
    const mean = totals.reduce((sum, { total, chance }) => sum + total * chance, 0);
    expect(mean).toBeCloseTo(7.5 + 6 * 10.5, 9);
  });

  it('say so when they are not', () => {
    const reroll = Object.values(rules.effects).find(({ hooks }) =>
      hooks?.some(({ do: ops }) => ops.some(({ op }) => op === 'reroll')),
    )!;
    const table = new Table({ rules }).flat().set('p1', { effects: [active(reroll.id, 60)] });
    expect(oddsOf(asking(table, [20, 20, 20])).exact).toBe(false);
  });

  it('a tuning of the dice is in them, and named', () => {
    const table = new Table({ rules }).flat().set('p1', { skills: [], bag: [] });
    table.must({ type: 'tune', scope: { of: 'game' }, knob: 'dice', value: 2, reason }, ADMIN);
    const { totals, steps } = oddsOf(asking(table));
    expect(totals[0]?.total).toBe(5);
    expect(steps).toEqual([{ from: 'tuning', id: expect.any(String), by: 2 }]);
  });

  it('a total is never below 1, however it is turned', () => {
    const table = new Table({ rules }).flat().set('p1', { skills: [], bag: [] });
    table.must({ type: 'tune', scope: { of: 'game' }, knob: 'dice', value: -6, reason }, ADMIN);
    const { totals } = oddsOf(asking(table));
    expect(totals[0]).toEqual({ total: 1, chance: expect.closeTo((1 + 3 + 6 + 10 + 12) / 64, 9) });
  });

  it('draw nothing', () => {
    const table = new Table({ rules });
    const before = JSON.stringify(table.state);
    oddsOf(asking(table));
    expect(JSON.stringify(table.state)).toBe(before);
    expect(loaded([]).draw(1, 'roll', 0).int(4)).toBe(1);
  });
});
