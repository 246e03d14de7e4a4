/** For tests: the real pack with some of its stories, or with stories written for the test. */
import { jsonContent } from '../../../adapters/content/json.ts';
import { loadContent } from '../../content/load.ts';
import { compileScript } from '../../content/stories/compile.ts';
import { Table } from '../given.ts';
import type { CellKind, Rules } from '../rules.ts';
import type { Player } from '../state.ts';
import type { StoryDef } from './rules.ts';

export const { rules } = await loadContent({ layers: ['.'], source: jsonContent('config/content') });

export function withStories(list: readonly (string | StoryDef)[]): Rules {
  const all = list.map((one) => (typeof one === 'string' ? rules.stories?.[one] : one));
  const known = all.filter((one) => one !== undefined);
  if (known.length !== list.length) throw new RangeError(`the pack has not all of ${list.join(', ')}`);
  return { ...rules, stories: Object.fromEntries(known.map((one) => [one.id, one])) };
}

/** A story with this script. */
export function storyOf(id: string, script: string, more: Partial<StoryDef> = {}): StoryDef {
  const { ink, complaints } = compileScript(script);
  if (ink === null) throw new SyntaxError(complaints.map(({ message }) => message).join('; '));
  const entry = { id, zone: 'any', tags: ['test'], purpose: 'risk' } as const;
  return { ...entry, ink, asks: 'player', seconds: 30, fallback: 1, ...more };
}

/** Everybody on a plain road with rolls to spare; the first player a roll of three ones before the given cell. */
export function onTheWayTo(
  list: readonly (string | StoryDef)[],
  kinds: Readonly<Record<number, CellKind>> = { 10: 'story' },
): Table {
  const game = new Table({ rules: steady(withStories(list)) }).flat(kinds);
  for (const id of game.state.order)
    game.set(id, { cell: 1, gold: 100, bag: [], skills: [], effects: [], tokens: tokens(game) });
  return stand(game, Number(Object.keys(kinds)[0]) - 3);
}

/** Without what places do to dice: three ones are three cells. */
function steady(pack: Rules): Rules {
  const zones = Object.entries(pack.zones).map(([id, zone]) => [id, { ...zone, dice: 0 }] as const);
  return { ...pack, zones: Object.fromEntries(zones) as Rules['zones'] };
}

const tokens = (game: Table): Player['tokens'] => ({ count: 20, since: game.at });

export function stand(game: Table, cell: number, more: Partial<Player> = {}): Table {
  return game.set('p1', { cell, pending: [], tokens: tokens(game), ...more });
}

/** Three ones on the dice; whatever else is drawn comes after. */
export function step(game: Table, then: readonly number[] = []): void {
  game.must({ type: 'roll' }, 'p1', [1, 1, 1, ...then]);
}
