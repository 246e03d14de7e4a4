/** Fights in words: who came, one line a round, how it ended. */
import type { Beat, Fight, Foe } from '../../../engine/combat/state.ts';
import type { EventOf } from '../../../engine/events.ts';
import type { Part } from '../compose.ts';
import { entryOf, playerName, type Speech, wordsOf } from '../say.ts';
import { part, type Tale, type Tellers } from './tale.ts';

export const FIGHTS: Tellers = {
  fightBegun: ({ player, fight }, { speech }) => {
    const [first] = fight.foes;
    const line = first && entryOf(speech.texts.monsters ?? {}, first.templateId)?.line;
    return part(player, ['fightBegun', { foes: foesText(speech, fight), line }], { weight: 9, sign: '⚔' });
  },
  fightRound: (event, tale, at) => (isLast(event, tale, at) ? roundPart(tale.speech, event) : null),
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

/** A fight that plays itself tells its last round alone. */
function isLast({ player }: EventOf<'fightRound'>, { events }: Tale, at: number): boolean {
  return !events.slice(at + 1).some((one) => one.type === 'fightRound' && one.player === player);
}

function roundPart(speech: Speech, { player, fight, beats }: EventOf<'fightRound'>): Part {
  const harm = (on: (beat: Extract<Beat, { is: 'blow' }>) => boolean) =>
    beats.reduce((sum, beat) => (beat.is === 'blow' && on(beat) ? sum + beat.harm : sum), 0);
  const dealt = harm(({ on }) => typeof on === 'number');
  const taken = harm(({ on }) => on === 'me');
  const hp = `${fight.me.hp}/${fight.me.derived.maxHp}`;
  const values = { dealt, taken, hp, foes: foesText(speech, fight), next: nextText(speech, fight) };
  return part(player, ['fightRound', values], { weight: 8, sign: '⚔' });
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
