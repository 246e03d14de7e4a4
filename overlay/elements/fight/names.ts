/** Names of who and what is in a fight, out of the pack and of what the board says. */
import type { Beat, Fight, Foe } from '../../../bot/engine/combat/state.ts';
import type { PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { FightWords, LogWords } from '../../texts/fight-words.ts';
import { standing } from './replay.ts';

/** Ids of the pack, as a last resort: «heavy strike». */
function known(
  face: Face,
  kinds: readonly Parameters<Face['pack']['entry']>[0][],
  id: string,
): string | null {
  const bare = id.replace(/[_-]+/g, ' ');
  for (const kind of kinds) {
    const { name } = face.pack.entry(kind, id);
    if (name !== bare) return name;
  }
  return null;
}

/** A name the host has made for this very monster goes before the one in the pack. */
export function nameOfFoe(face: Face, { templateId, affixId, tier }: Foe): string {
  const named = face.views.get('board')?.named;
  const own = named?.[`${templateId}/${affixId ?? '-'}/${tier}/${face.words.lang}`]?.name;
  return own ?? face.pack.entry('monsters', templateId).name;
}

export function affixOf(face: Face, { affixId }: Foe): string {
  return affixId === null ? '' : (known(face, ['affixes'], affixId) ?? affixId.replace(/[_-]+/g, ' '));
}

/** What a foe is about to do, in words. */
export function moveName(face: Face, words: FightWords, foe: Foe): string {
  if (!foe.next)
    return 'asleep' in foe.flags ? words.asleep : 'under' in foe.flags ? words.under : words.idle;
  const { move } = foe.next;
  if (move === 'blow') return words.plainBlow;
  const own = known(face, ['abilities'], move);
  if (own) return own;
  const from =
    foe.skills.find((skill) => move.startsWith(skill)) ??
    (foe.skills.length === 1 ? foe.skills[0] : undefined);
  return (from && known(face, ['abilities'], from)) ?? move.replace(/[_-]+/g, ' ');
}

/** Several of a kind are told apart by their numbers. */
export function callOf(face: Face, fight: Fight, foe: Foe): string {
  const kin = fight.foes.filter(({ templateId }) => templateId === foe.templateId);
  const name = nameOfFoe(face, foe);
  return kin.length > 1 ? `${name} ${foe.n}` : name;
}

export interface Telling {
  readonly face: Face;
  readonly words: FightWords;
  readonly player: PlayerView;
  readonly fight: Fight;
}

/** One beat as a sentence; empty where the picture is enough. */
export function tellBeat({ face, words, player, fight }: Telling, beat: Beat): string {
  const log: LogWords = words.log;
  const who = (id: 'me' | 'ally' | 'decoy' | number): string => {
    if (id === 'me') return player.name;
    if (id === 'ally' || id === 'decoy') return log[id];
    const foe = fight.foes.find(({ n }) => n === id);
    return foe ? callOf(face, fight, foe) : String(id);
  };
  const effect = (id: string): string =>
    known(face, ['effects', 'abilities', 'skills', 'items'], id) ?? id.replace(/[_-]+/g, ' ');
  switch (beat.is) {
    case 'move':
      return (beat.dash ? log.dashes : log.goes)(who(beat.who), words.bands[beat.to]);
    case 'blow':
      if (beat.how === 'missed') return log.misses(who(beat.who), who(beat.on));
      if (beat.how === 'negated') return log.negated(who(beat.on));
      if (beat.how === 'immune') return log.immune(who(beat.on));
      return (beat.how === 'critical' ? log.critical : log.hits)(who(beat.who), who(beat.on), beat.harm);
    case 'heal':
      return log.heals(who(beat.who), beat.points);
    case 'hurt':
      return log.hurts(who(beat.who), effect(beat.by), beat.points);
    case 'status':
      return log.status(who(beat.who), effect(beat.effect), beat.rounds);
    case 'rule':
      return log.rule(
        who(beat.who),
        known(face, ['skills', 'synergies', 'abilities', 'items'], ruleOf(beat.id)) ??
          ruleOf(beat.id).replace(/[_-]+/g, ' '),
      );
    case 'prop':
      return log.prop(known(face, ['props'], beat.id) ?? beat.id);
    case 'voted':
      return log.voted(beat.option, beat.right);
    default:
      return log.state[beat.is](who(beat.who));
  }
}

/** `skill/index`: the rule's own number says nothing to people. */
function ruleOf(id: string): string {
  return id.split('/')[0] ?? id;
}

/** The whole stage in words. */
export function tellStage(telling: Telling): string {
  const { face, words, player, fight } = telling;
  return words.stage({
    me: player.name,
    band: words.bands[fight.me.band],
    foes: standing(fight).map((foe) => ({
      name: callOf(face, fight, foe),
      band: words.bands[foe.band],
      hp: words.hp(foe.hp, foe.derived.maxHp),
      next: foe.next
        ? `${moveName(face, words, foe)}, ${words.lands(foe.next.lands.map((band) => words.bands[band]))}`
        : moveName(face, words, foe),
    })),
  });
}
