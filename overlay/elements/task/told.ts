/** What the stage asks of somebody in a story or in a fight, in words. */
import type { PlayerView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Poll } from '../../link/types.ts';
import { fightWordsOf } from '../../texts/fight.ts';
import { nameOfFoe } from '../fight/names.ts';
import { standing } from '../fight/replay.ts';
import { sentenceOf } from '../scene/sentence.ts';
import type { Task } from './stage.ts';

export interface Told {
  readonly name: string;
  readonly line: string;
  readonly options: readonly string[];
}

/** The story, and the sentence of each option in the order of their numbers; nothing without a scene on the board. */
export function sceneTexts(face: Face, player: PlayerView): Told {
  const { scene } = player;
  if (!scene) return { name: face.words.pendingKind.scene, line: '', options: [] };
  const told = (key: string) => sentenceOf(face, { scene, player, key });
  const last = scene.lines.at(-1);
  return {
    name: face.pack.entry('stories', scene.story).name,
    line: last === undefined ? '' : told(last),
    options: scene.options.map(told),
  };
}

/** Who is fought, and what is typed; the answers of the chat while it is asked about the fight. */
export function fightTexts(face: Face, { fight }: PlayerView, poll: Poll | null): Told {
  const words = fightWordsOf(face.words.lang);
  const [first, ...rest] = fight ? standing(fight) : [];
  const name = first
    ? `${nameOfFoe(face, first)}${rest.length > 0 ? ` ${words.more(rest.length)}` : ''}`
    : words.fight;
  const { commands, typed } = words;
  const line = `${words.typeNow}: ${commands.hit} ${typed.near}, ${commands.dash}, ${commands.auto}`;
  if (!fight?.vote || fight.vote.poll !== poll?.id) return { name, line, options: [] };
  const where = standing(fight).some((foe) => 'under' in foe.flags);
  const texts = where ? words.sides : face.pack.options(`skills/${fight.vote.rule.split('/')[0]}`);
  return {
    name: where ? words.whereTitle : words.lineTitle,
    line: where ? words.whereHow : words.lineHow,
    options: Array.from({ length: fight.vote.options }, (_, i) => texts?.[i] ?? words.option(i + 1)),
  };
}

/** Of a scene or a fight, or a vote that belongs to one; null of whatever else is asked. */
export function toldOf(
  face: Face,
  { player, pending, poll }: Pick<Task, 'player' | 'pending' | 'poll'>,
): Told | null {
  const { scene, fight } = player;
  if (pending?.is === 'scene' || (poll && scene?.poll === poll.id)) return sceneTexts(face, player);
  if (pending?.is === 'fight' || (poll && fight?.vote?.poll === poll.id))
    return fightTexts(face, player, poll);
  return null;
}
