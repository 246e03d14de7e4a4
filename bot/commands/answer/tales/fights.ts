/** Fights in words: who came, one line a round, how it ended. */
import type { Beat, Fight, Foe } from '../../../engine/combat/state.ts';
import type { EventOf, GameEvent } from '../../../engine/events.ts';
import type { Part } from '../compose.ts';
import { entryOf, playerName, type Speech, wordsOf } from '../say.ts';
import { part, type Tale, type Tellers } from './tale.ts';

export const FIGHTS: Tellers = {
  fightBegun: ({ player, fight }, { speech }) => {
    const [first] = fight.foes;
    const line = first && entryOf(speech.texts.monsters ?? {}, first.templateId)?.line;
    return part(player, ['fightBegun', { foes: foesText(speech, fight), line }], { weight: 9, sign: '⚔' });
  },
  fightRound: (event, tale) => roundPart(event, tale),
  fightEnded: ({ player, how, foes, rounds }, { speech }) => {
    const names = [...new Set(foes.map(({ templateId }) => monsterName(speech, templateId)))];
    const phrase = ENDS[how];
    return part(player, [phrase, { foes: names.join(', '), rounds }], { weight: 9, sign: '⚔' });
  },
};

const ENDS = {
  won: 'fightWon',
  lost: 'fightLost',
  fled: 'fightFled',
  spared: 'fightSpared',
  left: 'fightLeft',
} as const;

type Round = EventOf<'fightRound'>;

/** All rounds of one fight in one command (auto, silence) are told as one, at the last of them. */
function roundsOf(last: Round, { events }: Tale): readonly (Round | EventOf<'fightBegun'>)[] {
  return events.filter(
    (one): one is Round | EventOf<'fightBegun'> =>
      (one.type === 'fightRound' || one.type === 'fightBegun') &&
      one.player === last.player &&
      one.fight.n === last.fight.n,
  );
}

function roundPart(event: Round, tale: Tale): Part | null {
  const told = roundsOf(event, tale);
  if (told.at(-1) !== event) return null;
  const { player, fight } = event;
  const { speech } = tale;
  const sum = sumsOf(told.flatMap(({ beats }) => beats));
  const [first = event] = told;
  const { events } = tale;
  const beside = besides(player, events.slice(events.indexOf(first), events.indexOf(event)));
  const rounds = told.filter(({ type }) => type === 'fightRound').length;
  const opening = sumsOf(first.beats);
  const values = {
    dealt: sum.dealt,
    taken: sum.taken + beside.lost,
    healed: sum.healed + beside.got || undefined,
    ...{ mended: sum.mended || undefined, rounds: rounds > 1 ? rounds : undefined },
    before: first.fight.me.hp + opening.taken - opening.healed,
    hp: `${fight.me.hp}/${fight.me.derived.maxHp}`,
    ...{ foes: foesText(speech, fight), next: nextText(speech, fight) },
  };
  return part(player, ['fightRound', values], { weight: 8, sign: '⚔' });
}

/** What effects did to the player's health between the rounds. */
function besides(player: string, events: readonly GameEvent[]) {
  const by = events.flatMap((one) =>
    one.type === 'counted' && one.player === player && one.what === 'hp' && one.why !== 'fight'
      ? [one.by]
      : [],
  );
  const sum = (points: readonly number[]) => points.reduce((all, one) => all + one, 0);
  return { got: sum(by.filter((one) => one > 0)), lost: -sum(by.filter((one) => one < 0)) || 0 };
}

/** Points of health, blows and everything else: off the foes and off the player, back to the player and to the foes. */
function sumsOf(beats: readonly Beat[]) {
  const sums = { dealt: 0, taken: 0, healed: 0, mended: 0 };
  for (const beat of beats) {
    if (beat.is === 'blow' && beat.on === 'me') sums.taken += beat.harm;
    else if (beat.is === 'blow' && beat.on !== 'decoy') sums.dealt += beat.harm;
    else if (beat.is === 'hurt') sums[beat.who === 'me' ? 'taken' : 'dealt'] += beat.points;
    else if (beat.is === 'heal') sums[beat.who === 'me' ? 'healed' : 'mended'] += beat.points;
  }
  return sums;
}

const stands = (foe: Foe): boolean => foe.hp > 0 && foe.out === undefined;

export function monsterName(speech: Speech, templateId: string): string {
  return entryOf(speech.texts.monsters ?? {}, templateId)?.name ?? templateId;
}

/** «Кротострой · ледяной извод 14/40», a flock with how many are left. */
export function foesText(speech: Speech, fight: Fight): string | undefined {
  const open = fight.foes.filter(stands);
  const groups = Object.values(Object.groupBy(open, ({ templateId }) => templateId));
  const each = groups.map((group = []) => {
    const [first] = group as [Foe];
    const hp = group.reduce((sum, foe) => sum + foe.hp, 0);
    const full = group.reduce((sum, foe) => sum + foe.derived.maxHp, 0);
    return `${nameOf(speech, first)}${group.length > 1 ? ` ×${group.length}` : ''} ${hp}/${full}`;
  });
  return each.join(', ') || undefined;
}

function nameOf(speech: Speech, { templateId, affixId }: Foe): string {
  const name = monsterName(speech, templateId);
  const affixes = speech.texts.affixes ?? {};
  const form = affixId !== null && Object.hasOwn(affixes, affixId) ? affixes[affixId]?.form : undefined;
  return form ? form.replace('{name}', name) : name;
}

/** What is announced, and where it lands: «укус → ближняя полоса». Equal ones once. */
export function nextText(speech: Speech, fight: Fight): string | undefined {
  const words = wordsOf(speech.lang);
  const each = fight.foes.filter(stands).flatMap(({ next, skills }) => {
    if (!next) return [];
    const abilities = speech.texts.abilities ?? {};
    const id = Object.hasOwn(abilities, next.move) ? next.move : skills.find((one) => one === next.move);
    const name = (id && abilities[id]?.name) || words.blow;
    const where =
      next.lands.length === 3 ? words.everywhere : next.lands.map((band) => words.bands[band]).join(', ');
    return [`${name} → ${where}`];
  });
  return [...new Set(each)].slice(0, 2).join('; ') || undefined;
}

/** What the player is asked in a fight. */
export function fightPart(speech: Speech, player: string, wait: string | undefined): Part {
  const fight = speech.board?.players.find(({ id }) => id === player)?.fight;
  const next = fight ? nextText(speech, fight) : undefined;
  const foes = fight ? foesText(speech, fight) : undefined;
  return part(null, ['fightTurn', { name: playerName(speech, player), foes, next, wait }], {
    weight: 9,
    sign: '⚔',
  });
}
