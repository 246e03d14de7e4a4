/**
 * "What if": a command is decided on the side, and what it would touch is told before anybody says yes. The dice of a
 * dry run come from a key of their own that everybody may know, so it can tell nothing of the true ones.
 */
import { keyedChance } from '../chance.ts';
import type { Envelope } from '../commands.ts';
import { decide } from '../decide.ts';
import { attribute, maxHp, slots } from '../effects/derive.ts';
import { playerOf } from '../patch.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { ATTRIBUTES, ELEMENTS, type Rules } from '../rules.ts';
import type { GameState, PlayerId } from '../state.ts';
import { tokenStep } from '../turn/tokens.ts';
import { turned } from './knobs.ts';
import { rulesNow } from './rules-now.ts';

export type Value = number | string | null;
/** One thing of one player, or of the game (`player: null`), that would be another afterwards. */
export interface Touch {
  readonly player: PlayerId | null;
  /** `gold`, `cell`, `shard fire`, `item take_two`, `number mind` … */
  readonly what: string;
  readonly from: Value;
  readonly to: Value;
}

export interface WhatIf {
  readonly ok: true;
  readonly touches: readonly Touch[];
  /** Whose state changes. */
  readonly players: readonly PlayerId[];
  /** True where dice would be thrown: the real ones may fall otherwise. */
  readonly chance: boolean;
}

const OPEN_KEY = new TextEncoder().encode('a dry run, open to everybody, 32');

/** @returns the refusal if the command would be refused. Nothing is changed and no true die is looked at. */
export function whatIf(state: GameState, envelope: Envelope, rules: Rules): WhatIf | Refusal {
  const decided = decide(state, envelope, { rules, chance: keyedChance(OPEN_KEY) });
  if (isRefusal(decided)) return decided;
  const touches = touchesBetween(state, decided.state, rules);
  const named = touches.flatMap(({ player }) => (player === null ? [] : [player]));
  const players = [...new Set(named)].sort();
  return { ok: true, touches, players, chance: decided.events.some(({ type }) => type === 'drawn') };
}

/** What differs between two states of one game, player by player. */
export function touchesBetween(before: GameState, after: GameState, rules: Rules): readonly Touch[] {
  const game: readonly Touch[] = [
    ['status', before.status, after.status] as const,
    ['winner', before.winner, after.winner] as const,
  ]
    .filter(([, from, to]) => from !== to)
    .map(([what, from, to]) => ({ player: null, what, from, to }));
  const each = after.order.flatMap((player) => {
    if (!before.players[player]) return [];
    const [was, is] = [sheetOf(before, player, rules), sheetOf(after, player, rules)];
    const keys = [...new Set([...was.keys(), ...is.keys()])];
    return keys
      .map((what): Touch => ({ player, what, from: was.get(what) ?? null, to: is.get(what) ?? null }))
      .filter(({ from, to }) => from !== to);
  });
  return [...game, ...each];
}

/** A player as a flat sheet of things that people can be told. */
function sheetOf(state: GameState, id: PlayerId, base: Rules): ReadonlyMap<string, Value> {
  const rules = rulesNow(state, base);
  const player = playerOf(state, id);
  const { cell, hp, gold, influence, score, kind, lang } = player;
  const sheet = new Map<string, Value>(Object.entries({ cell, hp, gold, influence, score, kind, lang }));
  sheet.set('rolls', player.tokens.count);
  for (const element of ELEMENTS) sheet.set(`shard ${element}`, player.shards[element]);
  for (const [zone, points] of Object.entries(player.reputation)) sheet.set(`standing ${zone}`, points ?? 0);
  for (const { item } of player.bag) add(sheet, `item ${item}`);
  for (const sides of player.dice) add(sheet, `die d${sides}`);
  for (const { effect, stacks } of player.effects) sheet.set(`effect ${effect}`, stacks);
  for (const one of player.pending) add(sheet, `asked ${one.is === 'trial' ? one.trial : one.is}`);
  sheet.set('helpers', Object.keys(player.helpers).length);
  for (const name of ATTRIBUTES) sheet.set(`number ${name}`, attribute(player, rules, name));
  sheet.set('number hp', maxHp(player, rules));
  sheet.set('number slots', slots(player, rules));
  for (const knob of ['dice', 'difficulty', 'price'] as const)
    sheet.set(`knob ${knob}`, turned(state, id, knob));
  if (state.pace === 'session') sheet.set('wait', tokenStep({ state, rules, player: id }) / 1000);
  return sheet;
}

function add(sheet: Map<string, Value>, what: string): void {
  sheet.set(what, Number(sheet.get(what) ?? 0) + 1);
}
