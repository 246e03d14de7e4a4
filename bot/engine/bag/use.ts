/** Using a thing: on whom, how far, and what stands in the way. */
import { atWar, boundBy, partnersOf } from '../diplomacy/treaties.ts';
import { maxHp } from '../effects/derive.ts';
import { statOf } from '../effects/reactions.ts';
import { react, run } from '../effects/run.ts';
import type { Incoming } from '../effects/scene.ts';
import { runOf } from '../final/state.ts';
import { distance } from '../places.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ItemDef } from '../rules.ts';
import type { BagItem, PlayerId, ViewerKey } from '../state.ts';
import { isShielded } from '../time/clock.ts';
import { emit, type Work, who } from '../work.ts';
import { gain, lockable, lose } from './things.ts';

export interface Use {
  readonly item: string;
  readonly targets?: readonly PlayerId[];
  readonly cell?: number;
}

/** By number in the bag or by id; of several, the first that can be used now. */
export function inBag(work: Work, id: PlayerId, wanted: string): BagItem | undefined {
  const fitting = who(work, id).bag.filter((got) => String(got.n) === wanted || got.item === wanted);
  return fitting.find((got) => got.wait === 0 && !got.worn) ?? fitting[0];
}

export function applyItem(work: Work, id: PlayerId, use: Use, by: ViewerKey | null): Refusal | undefined {
  const got = inBag(work, id, use.item);
  const def = got && work.rules.items[got.item];
  if (!got || !def) return refuse('no-item', { got: use.item });
  if (!def.use || def.target === 'none') return refuse('not-usable', { item: def.id });
  if (got.wait > 0) return refuse('item-waits', { item: def.id, rolls: got.wait });
  const aim = aimAt(work, id, { def, use });
  if ('refused' in aim) return aim;
  spend(work, id, { got, def });
  const { targets, cell, alone } = aim;
  const copy = def.use.some((op) => op.op === 'copyLast') ? ({ copy: true } as const) : {};
  emit(work, { type: 'itemUsed', player: id, n: got.n, item: def.id, targets, cell, by, ...copy });
  for (const target of targets) strike(work, id, { def, target, cell, field: alone ? 'alone' : 'use' });
  return undefined;
}

interface Aim {
  readonly targets: readonly PlayerId[];
  readonly cell: number | null;
  /** Nobody to share with: the second mode runs, on its owner. */
  readonly alone?: true;
}
type Aiming = { readonly def: ItemDef; readonly use: Use };

/** Everything that can be wrong with a target, before anything is spent. */
export function aimAt(work: Work, id: PlayerId, aiming: Aiming): Aim | Refusal {
  const aim = aimed(work, id, aiming);
  const { def } = aiming;
  return 'refused' in aim || !isWasted(work, id, { def, aim }) ? aim : refuse('hp-full', { item: def.id });
}

/** A thing that does nothing but heal its owner, who has all of it. */
function isWasted(work: Work, id: PlayerId, { def, aim }: { def: ItemDef; aim: Aim }): boolean {
  const player = who(work, id);
  const ops = (aim.alone ? def.alone : def.use) ?? [];
  const heals = ops.length > 0 && ops.every(({ op }) => op === 'heal');
  const onOwner =
    aim.targets.every((target) => target === id) &&
    ops.every((op) => !('on' in op) || op.on === undefined || op.on === 'self' || op.on === 'target');
  return heals && onOwner && player.hp >= maxHp(player, work.rules);
}

function aimed(work: Work, id: PlayerId, { def, use }: Aiming): Aim | Refusal {
  switch (def.target) {
    case 'self':
    case 'none':
      return { targets: [id], cell: null };
    case 'cell':
      return aimAtCell(work, id, { def, use });
    case 'all': {
      const open = work.state.order.filter(
        (other) => other !== id && !rivalFault(work, id, { def, target: other }),
      );
      return open.length > 0 ? { targets: open, cell: null } : refuse('target-gone', { item: def.id });
    }
    case 'rival':
      return aimAtPlayers(work, id, { def, use });
    case 'ally':
      return aimAtAllies(work, id, { def, use });
  }
}

/** Only partners of an alliance. Without a name, and with no ally in reach, the second mode is for oneself. */
function aimAtAllies(work: Work, id: PlayerId, { def, use }: Aiming): Aim | Refusal {
  const allies = partnersOf(work.state, id, 'alliance');
  const stranger = use.targets?.find(
    (target) => target !== id && work.state.players[target] && !allies.includes(target),
  );
  if (stranger !== undefined) return refuse('not-ally', { target: stranger, item: def.id });
  const named = (use.targets ?? []).length > 0;
  const inReach = allies.some((target) => !rivalFault(work, id, { def, target }));
  return named || inReach || !def.alone
    ? aimAtPlayers(work, id, { def, use })
    : { targets: [id], cell: null, alone: true };
}

function aimAtPlayers(work: Work, id: PlayerId, { def, use }: Aiming): Aim | Refusal {
  const targets = [...new Set(use.targets ?? [])];
  const most = def.targets ?? 1;
  if (targets.length === 0) return refuse('needs-target', { item: def.id });
  if (targets.length > most) return refuse('too-many-targets', { item: def.id, most });
  for (const target of targets) {
    const fault = rivalFault(work, id, { def, target });
    if (fault) return fault;
  }
  return { targets, cell: null };
}

function rivalFault(
  work: Work,
  id: PlayerId,
  { def, target }: { def: ItemDef; target: PlayerId },
): Refusal | null {
  const { state, rules } = work;
  const rival = state.players[target];
  if (!rival) return refuse('bad-target', { got: target });
  if (target === id) return refuse('self-target', { item: def.id });
  const bond = def.hostile ? boundBy(state, id, target) : undefined;
  if (bond) return refuse('treaty-binds', { target, treaty: bond.kind });
  const anywhere = atWar(state, id, target);
  const zone = (player: PlayerId) => state.board.cells[who(work, player).cell]?.zone;
  if (!anywhere && def.range === 'zone' && zone(id) !== zone(target))
    return refuse('too-far', { target, item: def.id, range: 'zone', cells: distance(state, id, target) });
  if (!anywhere && typeof def.range === 'number') {
    const reach = def.range + statOf(who(work, id), rules, 'range');
    const cells = distance(state, id, target);
    if (cells > reach) return refuse('too-far', { target, item: def.id, range: reach, cells });
  }
  if (def.hostile && isShielded(state, rival, { at: work.at, time: rules.tunables.time }))
    return refuse('target-away', { target });
  // Whoever plays the super game is not to be shot at from the stands.
  if (def.hostile && runOf(rival)) return refuse('target-final', { target });
  if (def.hostile && state.board.cells[rival.cell]?.kind === 'camp') return refuse('target-safe', { target });
  const locks = def.use?.some((op) => op.op === 'lock');
  if (locks && lockable(work, rival).length === 0) return refuse('nothing-to-lock', { target, item: def.id });
  return null;
}

function aimAtCell(work: Work, id: PlayerId, { def, use }: Aiming): Aim | Refusal {
  const own = who(work, id).cell;
  const cell = work.state.board.cells[use.cell ?? own];
  const here = work.state.board.cells[own];
  const marks = def.use?.some(({ op }) => op === 'mark');
  if (!cell || (marks && (cell.kind === 'finish' || cell.kind === 'start')))
    return refuse('bad-cell', { got: use.cell ?? own });
  const far = Math.abs(cell.toFinish - (here?.toFinish ?? 0));
  if (def.range === 'zone' && cell.zone !== here?.zone)
    return refuse('too-far', { target: String(cell.id), item: def.id, range: 'zone', cells: far });
  const reach =
    typeof def.range === 'number'
      ? def.range + statOf(who(work, id), work.rules, 'range')
      : work.state.board.length;
  if (far > reach)
    return refuse('too-far', { target: String(cell.id), item: def.id, range: reach, cells: far });
  return { targets: [id], cell: cell.id };
}

/** One charge less, or gone. */
export function spend(work: Work, id: PlayerId, { got, def }: { got: BagItem; def: ItemDef }): void {
  if (got.charges !== null && got.charges <= 1) {
    lose(work, id, { n: got.n, why: 'used' });
    return;
  }
  const charges = got.charges === null ? null : got.charges - 1;
  const wait = def.cooldown ?? 0;
  if (charges !== got.charges || wait !== got.wait)
    emit(work, { type: 'itemChanged', player: id, got: { ...got, charges, wait } });
}

/** One target: its answer first, then the operations, on it or thrown back. */
function strike(
  work: Work,
  id: PlayerId,
  hit: { def: ItemDef; target: PlayerId; cell: number | null; field: 'use' | 'alone' },
): void {
  const { def, cell, field } = hit;
  let target = hit.target;
  if (def.hostile && target !== id) {
    const incoming: Incoming = { from: id, item: def.id, answer: null };
    react(work, target, 'targeted', { incoming });
    if (incoming.answer) {
      const { how, effect } = incoming.answer;
      emit(work, { type: 'defended', player: target, from: id, item: def.id, how, effect });
      if (how === 'catch') gain(work, target, { item: def.id, why: effect });
      if (how !== 'reflect') return;
      target = id;
    }
  }
  const scene = { path: `items/${def.id}/${field}`, why: def.id, self: id, target };
  run(work, def[field] ?? [], cell === null ? scene : { ...scene, cell });
}
