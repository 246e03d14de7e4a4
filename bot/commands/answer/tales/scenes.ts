/** Stories: what a scene tells, what it asks, and the dice in it. What is watched for is never told. */
import type { EventOf } from '../../../engine/events.ts';
import { questionOf } from '../questions.ts';
import { diceText, entryOf } from '../say.ts';
import { sceneLines } from '../scenes.ts';
import { part, type Tale, type Tellers, type Told } from './tale.ts';

/** The scene is what such a line is for: the rest makes room. */
const SCENE = 10;

export const SCENES: Tellers = {
  sceneBegun: ({ player, run }, { speech }) => {
    const entry = entryOf(speech.texts.stories ?? {}, run.story)?.name ?? run.story;
    const values = { entry, text: sceneLines(speech, run, player) };
    return part(player, ['scene', values], { weight: SCENE, sign: '📜' });
  },
  sceneTurned: (event, tale) => turned(event, tale),
  sceneChecked: ({ player, passed, dice, bonus, total, need }, { speech }) =>
    part(
      player,
      [
        passed ? 'sceneCheckPassed' : 'sceneCheckFailed',
        { dice: diceText(speech, dice, bonus), total, need },
      ],
      { weight: 6, sign: '🎲' },
    ),
};

function turned({ player, n, run }: EventOf<'sceneTurned'>, tale: Tale): Told {
  const told = part(player, ['sceneOn', { text: sceneLines(tale.speech, run, player) }], {
    weight: SCENE,
    sign: '📜',
  });
  const polled = tale.events.some((event) => event.type === 'pollOpened' && event.poll.pending === n);
  if (run.options.length === 0 || polled) return told;
  return [told, questionOf(tale, { player, n, run })];
}
