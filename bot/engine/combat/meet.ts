/** Where fights come from: monster cells, gates, the end of the map, rooms to be held. */
import { attribute } from '../effects/derive.ts';
import { encounterFor } from '../monsters/encounter.ts';
import type { Monster, Post } from '../monsters/rules.ts';
import { pend } from '../pending.ts';
import { tierOf, zoneOf } from '../sampler.ts';
import type { PlayerId } from '../state.ts';
import { drafted } from '../trials/check.ts';
import { drawing, type Work, who } from '../work.ts';
import { arenaOf, challengerOf } from './arena.ts';
import { beginFight } from './begin.ts';
import { take } from './rounds.ts';
import type { Bout, Fight } from './state.ts';

/** Rules of before have no fights. */
export const hasFights = ({ rules }: Work): boolean =>
  rules.tunables.combat !== undefined && rules.monsters !== undefined;

/** A monster of the place. False where nobody lives: then it is met as a check. */
export function meetMonster(work: Work, id: PlayerId): boolean {
  if (!hasFights(work)) return false;
  const foes = foesFor(work, id, { tier: tierOf(work, id) });
  return foes.length > 0 && startFight(work, id, { bout: 'wild', foes });
}

/** The guardian of a gate; every failed attempt of anybody makes the next one easier. */
export function meetGuardian(work: Work, id: PlayerId, steps = 0): boolean {
  if (!hasFights(work)) return false;
  const { cell } = who(work, id);
  const foes = foesFor(work, id, { tier: tierOf(work, id), post: 'gate' });
  const mercy = (work.state.attempts[cell] ?? 0) * (work.rules.tunables.combat?.mercy ?? 0);
  return foes.length > 0 && startFight(work, id, { bout: 'gate', foes, mercy, cell, steps });
}

/** The one at the end of the map, weaker with every run that this player has lost. */
export function meetBoss(work: Work, id: PlayerId, tier: number): boolean {
  if (!hasFights(work)) return false;
  const foes = foesFor(work, id, { tier, post: 'boss' });
  const mercy = who(work, id).finalTries * (work.rules.tunables.combat?.mercy ?? 0);
  return foes.length > 0 && startFight(work, id, { bout: 'boss', foes, mercy });
}

/** A room that is held against one wave after another. */
export function holdRoom(work: Work, id: PlayerId, waves: number): boolean {
  if (!hasFights(work)) return false;
  const tier = Math.max(0, tierOf(work, id) - 1);
  const all = Array.from({ length: Math.max(1, waves) }, () => foesFor(work, id, { tier }).slice(0, 2));
  const [foes = [], ...more] = all.filter((wave) => wave.length > 0);
  if (foes.length === 0) return false;
  return startFight(work, id, { bout: 'waves', foes, waves: more });
}

function foesFor(work: Work, id: PlayerId, by: { tier: number; post?: Post }): readonly Monster[] {
  const player = who(work, id);
  const luck = attribute(player, work.rules, 'luck') - work.rules.tunables.attributes.base;
  return drawing(work, { player: id, purpose: 'fight' }, (draws) =>
    encounterFor({ ...by, rules: work.rules, zone: zoneOf(work, id), luck, recent: player.met ?? [], draws }),
  );
}

interface Meeting extends Pick<Fight, 'bout' | 'cell' | 'steps' | 'waves'> {
  readonly bout: Bout;
  readonly foes: readonly Monster[];
  readonly mercy?: number;
}

/** Percent of a foe's health for a point that gear and effects take off a trial's difficulty. */
const EASE = 4;

/** One fight at a time; it is a trial to whatever reacts to trials. True if it has begun. */
export function startFight(work: Work, id: PlayerId, meeting: Meeting): boolean {
  const player = who(work, id);
  if (player.fight) return false;
  const draft = drafted(work, id);
  const n = work.state.serial;
  const { cell, steps, mercy = 0, ...rest } = meeting;
  const outcome = drawing(work, { player: id, purpose: 'fight' }, (draws) => {
    const now = who(work, id);
    const me = challengerOf(now, work.rules);
    const eased = mercy - draft.difficulty * EASE;
    const opening = { ...rest, n, me, prop: propFor(work, id), mercy: eased };
    return beginFight(arenaOf(now, work.rules), opening, draws);
  });
  const fight: Fight = {
    ...outcome.fight,
    ...(cell === undefined ? {} : { cell }),
    ...(steps ? { steps } : {}),
    ...(draft.prize === 0 ? {} : { prize: draft.prize }),
    ...(draft.mercy ? { forgiven: true } : {}),
  };
  pend(work, id, { is: 'fight', fight: n, poll: null }, true);
  take(work, id, { ...outcome, fight }, 'fightBegun');
  return true;
}

/** By turns what the zone has to set off; a cell has always the same. */
function propFor(work: Work, id: PlayerId): string | null {
  const zone = zoneOf(work, id);
  const here = Object.values(work.rules.props ?? {}).filter((prop) => prop.zone === zone);
  return here.length > 0 ? (here[who(work, id).cell % here.length]?.id ?? null) : null;
}
