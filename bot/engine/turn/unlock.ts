/** Objects: opened by a reach or a thing, for whoever has it first; open for all who come after. */
import { lose } from '../bag/things.ts';
import { run } from '../effects/run.ts';
import type { ObjectDef } from '../rules.ts';
import { sample, tierOf, weightFor, zoneOf } from '../sampler.ts';
import type { BagItem, GameState, PlayerId } from '../state.ts';
import { emit, type Work, who } from '../work.ts';

/** Gold for those who come to an open one. */
const LEFT_OVER = 5;

/** An object that waits for whoever can open it. */
export function isShut(state: GameState, cell: number): boolean {
  const { kind, secret } = state.board.cells[cell] ?? {};
  return kind === 'object' && secret !== undefined && !state.opened.includes(cell);
}

/** `quiet`: says nothing where it stays shut, because it was said already. */
export function unlock(work: Work, id: PlayerId, { quiet = false }: { readonly quiet?: boolean } = {}): void {
  const { cell } = who(work, id);
  if (work.state.opened.includes(cell)) {
    emit(work, { type: 'counted', player: id, what: 'gold', by: LEFT_OVER, why: 'object' });
    return;
  }
  const object = work.rules.objects?.[work.state.board.cells[cell]?.secret ?? ''];
  if (!object) {
    emit(work, { type: 'objectOpened', player: id, cell });
    find(work, id, cell);
    return;
  }
  const by = openerOf(work, id, object);
  if (by === null) {
    if (!quiet) emit(work, { type: 'objectShut', player: id, cell, object: object.id });
    return;
  }
  // A key fits once; a tool is as good afterwards.
  if (by.got && work.rules.items[by.got.item]?.category === 'key')
    lose(work, id, { n: by.got.n, why: 'used' });
  emit(work, { type: 'objectOpened', player: id, cell, object: object.id });
  if (object.find) find(work, id, cell);
  run(work, object.do ?? [], { path: `objects/${object.id}/do`, why: object.id, self: id, target: id });
}

/** What of this player's opens it, tools before keys; null if nothing does. */
function openerOf(work: Work, id: PlayerId, { opens }: ObjectDef): { readonly got?: BagItem } | null {
  const { reach, bag } = who(work, id);
  if ('reach' in opens) return reach === opens.reach ? {} : null;
  const fitting = bag.filter((got) => work.rules.items[got.item]?.tags.includes(opens.tool));
  const tool = fitting.find((got) => work.rules.items[got.item]?.category !== 'key') ?? fitting[0];
  return tool ? { got: tool } : null;
}

/** A find of the place, as chests have it. */
export function find(work: Work, id: PlayerId, cell: number): void {
  const place = { zone: zoneOf(work, id), tier: tierOf(work, id), pace: work.state.pace };
  const list = Object.values(work.rules.finds).map((entry) => [entry, weightFor(entry, place)] as const);
  const found = sample(work, { player: id, purpose: 'cell' }, list);
  if (!found) return;
  emit(work, { type: 'chestOpened', player: id, find: found.id, cell });
  run(work, found.do, { path: `finds/${found.id}/do`, why: found.id, self: id, target: id });
}
