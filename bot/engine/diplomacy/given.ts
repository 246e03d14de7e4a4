/** For tests of this room: the real pack, with a few plain things to give, throw and defend with. */
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { Table } from '../given.ts';
import type { EffectDef, ItemDef, Rules } from '../rules.ts';
import type { Player, PlayerId, Setup } from '../state.ts';
import type { OfferedKind } from './rules.ts';
import { diplomacyOf, type Offer, type Treaty } from './state.ts';

const { rules: pack } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });
/** Clashes of one round, which is what most tests are about. */
const real: Rules = withRounds(pack, 1);

/** The same rules with clashes of so many rounds. */
export function withRounds(rules: Rules, rounds: number): Rules {
  const treaties = rules.treaties!;
  const { clash, ...terms } = treaties.war.terms;
  const war = { ...treaties.war, terms: { ...terms, clash: { ...clash!, rounds } } };
  return { ...rules, treaties: { ...treaties, war } };
}

const entry = { zone: 'any', purpose: 'risk', rarity: 'common', price: 10 } as const;
const item = (id: string, more: Partial<ItemDef>): ItemDef =>
  ({ id, ...entry, tags: ['test'], category: 'consumable', target: 'self', range: 0, ...more }) as ItemDef;
const hostile = { target: 'rival', hostile: true, use: [{ op: 'move', by: -1 }] } as const;

export const rules: Rules = {
  ...real,
  items: {
    ...real.items,
    net: item('net', { ...hostile, range: 5 }),
    bolt: item('bolt', { ...hostile, range: 'zone' }),
    storm: item('storm', { ...hostile, target: 'all', range: 'any' }),
    cake: item('cake', {}),
    step: item('step', { use: [{ op: 'move', by: 1, land: true }] }),
    vase: item('vase', { transferable: false }),
    purse: item('purse', { stats: { slots: 2 } }),
    hat: item('hat', { category: 'wearable', slot: 'head', target: 'none' }),
  },
  effects: {
    ...real.effects,
    shell: {
      id: 'shell',
      ...entry,
      tags: ['test'],
      polarity: 'positive',
      kind: 'lasting',
      stacking: 'ignore',
      priority: 1,
      duration: { rolls: 9 },
      hooks: [{ at: 'targeted', do: [{ op: 'ward' }], once: true }],
    } as EffectDef,
    mirror: {
      id: 'mirror',
      ...entry,
      tags: ['test'],
      polarity: 'positive',
      kind: 'lasting',
      stacking: 'ignore',
      priority: 1,
      duration: { rolls: 9 },
      hooks: [{ at: 'targeted', do: [{ op: 'reflect' }], once: true }],
    } as EffectDef,
  },
};

export const treaties = rules.treaties!;
export const general = rules.diplomacy!;

export interface Given {
  /** Absent: those of most tests. */
  readonly rules?: Rules;
  readonly players?: number;
  readonly setup?: Partial<Setup>;
  readonly market?: number;
  readonly camp?: number;
}

/** Everybody stands on a cell of their own on a plain road; things are numbered from 500 on. */
export function table(given: Given = {}): Court {
  const { players = 4, setup = {}, market = 20, camp = 30 } = given;
  const game = new Court({ rules: given.rules ?? rules, players, setup });
  game.flat({ [market]: 'market', [camp]: 'camp' });
  game.state.order.forEach((id, i) => {
    game.set(id, { cell: 10 + i, gold: 50, bag: [], hp: 30, camp: 0 });
  });
  return game;
}

export class Court extends Table {
  /** Puts these into the bag, and forgets the rest. */
  bag(id: PlayerId, ...items: readonly string[]): this {
    const seat = Number(id[1]);
    return this.set(id, {
      bag: items.map((one, i) => ({
        ...{ n: 500 + seat * 50 + i, item: one, charges: 1, ttl: null, worn: false, wait: 0 },
      })),
    });
  }

  effect(id: PlayerId, effect: string): this {
    const active = { n: 900, effect, from: null, stacks: 1, rolls: 3, turns: null, until: null };
    return this.set(id, { effects: [active] } as Partial<Player>);
  }

  get treaties(): readonly Treaty[] {
    return diplomacyOf(this.state).treaties;
  }

  get offers(): readonly Offer[] {
    return diplomacyOf(this.state).offers;
  }

  /** Offers and accepts. */
  sign(kind: OfferedKind, by: PlayerId, other: PlayerId, gold?: number): this {
    this.must(
      gold === undefined ? { type: 'propose', to: other, kind } : { type: 'propose', to: other, kind, gold },
      by,
    );
    this.must({ type: 'accept', offer: this.offers.at(-1)!.n }, other);
    return this;
  }

  /** `a` steps onto the cell on which `b` stands. */
  meet(a: PlayerId, b: PlayerId, cell = 15): this {
    this.set(b, { cell });
    const { cells } = this.state.board;
    const before = cells[cell]!.prev[0]!;
    this.set(a, { cell: before });
    this.step(a);
    return this;
  }

  /** One cell forward, by a thing. */
  step(id: PlayerId): void {
    this.bag(id, 'step');
    this.must({ type: 'use', item: 'step' }, id);
  }

  expire(seconds = 0): this {
    this.wait(seconds);
    this.must({ type: 'expire' }, { by: 'system' });
    return this;
  }
}
