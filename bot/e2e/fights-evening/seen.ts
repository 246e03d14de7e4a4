/** What an evening has seen, read out of its log. */
import type { GameEvent } from '../../engine/events.ts';
import type { Rules } from '../../engine/rules.ts';
import type { Table } from '../evening/table.ts';

type Of<T extends GameEvent['type']> = Extract<GameEvent, { type: T }>;

/** Families of monsters that anybody has met. */
export function familiesMet(table: Table, { monsters }: Rules): ReadonlySet<string> {
  const families = Object.values(monsters?.families ?? {});
  const met = table.happened('fightBegun').flatMap(({ fight }) => fight.foes);
  return new Set(
    met.flatMap(({ templateId }) =>
      families.filter(({ templates }) => Object.hasOwn(templates, templateId)).map(({ id }) => id),
    ),
  );
}

/** Gates whose guardian was fought and gave way. */
export function guardiansBeaten(table: Table): readonly Of<'gateOpened'>[] {
  const fought = table.happened('fightBegun').filter(({ fight }) => fight.bout === 'gate');
  return table
    .happened('gateOpened')
    .filter(({ player, cell }) =>
      fought.some((begun) => begun.player === player && begun.fight.cell === cell),
    );
}

/** Scenes that went on by a vote in which somebody had a say. */
export function storiesVoted({ events }: Table): readonly string[] {
  const begun = new Map<number, string>();
  const asked = new Map<string, string>();
  const voted = new Set<string>();
  for (const event of events) {
    if (event.type === 'sceneBegun') begun.set(event.n, event.run.story);
    else if (event.type === 'pollOpened') {
      const story = begun.get(event.poll.pending);
      if (story !== undefined) asked.set(event.poll.id, story);
    } else if (event.type === 'pollClosed' && event.voters > 0) {
      const story = asked.get(event.poll);
      if (story !== undefined) voted.add(story);
    }
  }
  return [...voted];
}

/** Passages that one player opened and another one took. */
export function waysShared({
  board,
  events,
}: Pick<Table, 'board' | 'events'>): readonly { readonly cell: number; readonly by: string }[] {
  const passages = board.passages ?? {};
  const openers = new Map<number, string>();
  const forks = new Map<number, { readonly cell: number; readonly ways: readonly number[] }>();
  const shared: { cell: number; by: string }[] = [];
  for (const event of events) {
    if (event.type === 'objectOpened') openers.set(event.cell, event.player);
    else if (event.type === 'pended' && event.pending.is === 'fork')
      forks.set(event.pending.n, event.pending);
    else if (event.type === 'answered') {
      const { cell = -1, ways = [] } = forks.get(event.n) ?? {};
      const opener = openers.get(cell);
      if (opener === undefined || opener === event.player || passages[cell] === undefined) continue;
      if (ways[event.option - 1] === passages[cell]) shared.push({ cell, by: event.player });
    }
  }
  return shared;
}
