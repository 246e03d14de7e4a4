/** A fight that a scene calls for: a room to be held, somebody by name, or whoever lives here. */
import { holdRoom, meetMonster, startFight } from '../combat/meet.ts';
import { attribute } from '../effects/derive.ts';
import type { Task } from '../effects/scene.ts';
import { encounterWith } from '../monsters/encounter.ts';
import { tierOf, zoneOf } from '../sampler.ts';
import type { PlayerId } from '../state.ts';
import { drawing, type Work, who } from '../work.ts';

/** How many come into a room that is held. */
const WAVES = 3;

/** Under rules without fights nothing comes: the scene has said what there was to say. */
export function fightInScene(work: Work, task: Extract<Task, { do: 'fight' }>): void {
  const { player, template, bout } = task;
  if (!work.rules.monsters || !work.rules.tunables.combat) return;
  if (bout === 'waves') holdRoom(work, player, WAVES);
  else if (template === null || !meetByName(work, player, template)) meetMonster(work, player);
}

function meetByName(work: Work, id: PlayerId, template: string): boolean {
  const player = who(work, id);
  const luck = attribute(player, work.rules, 'luck') - work.rules.tunables.attributes.base;
  const place = { rules: work.rules, zone: zoneOf(work, id), tier: tierOf(work, id) };
  const foes = drawing(work, { player: id, purpose: 'fight' }, (draws) =>
    encounterWith({ ...place, luck, recent: player.met ?? [], draws }, template),
  );
  return foes.length > 0 && startFight(work, id, { bout: 'wild', foes });
}
