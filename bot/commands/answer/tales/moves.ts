/** Rolling, walking, landing, choosing. */
import type { EventOf } from '../../../engine/events.ts';
import type { PlayerId } from '../../../engine/state.ts';
import { pendedParts, pollPart } from '../questions.ts';
import { diceText, entryOfPath, place, playerName } from '../say.ts';
import { sceneLabels } from '../scenes.ts';
import { duration } from '../template.ts';
import { entry, part, type Tale, type Tellers, type Told } from './tale.ts';

/** Where this player stops after event `at`, and marks the steps as told. */
function stopAfter({ speech, events, told }: Tale, player: PlayerId, at: number): string | undefined {
  let cell: number | undefined;
  for (const event of events.slice(at + 1)) {
    if (event.type === 'rolled' || !('player' in event) || event.player !== player) continue;
    if (event.type === 'moved' && cell === undefined) {
      cell = event.path.at(-1);
      told.add(event);
    } else if (event.type === 'landed') {
      told.add(event);
      return place(speech, event.cell) || undefined;
    } else if (event.type === 'pended') break;
  }
  return cell === undefined ? undefined : place(speech, cell);
}

export const MOVES: Tellers = {
  rolled: (event, tale, at) =>
    part(
      event.player,
      [
        'roll',
        {
          name: playerName(tale.speech, event.player),
          dice: diceText(tale.speech, event.dice, event.bonus),
          total: event.total,
          place: stopAfter(tale, event.player, at),
        },
      ],
      { weight: 9, sign: '🎲', named: true },
    ),
  moved: ({ player, path }, tale, at) => {
    const later = tale.events.slice(at + 1);
    // The last step of a walk says where it ends; a landing says it better.
    if (later.some((e) => (e.type === 'moved' || e.type === 'landed') && e.player === player)) return null;
    const cell = path.at(-1);
    if (cell === undefined) return null;
    return part(player, ['shifted', { place: place(tale.speech, cell) }], { weight: 5, sign: '👣' });
  },
  landed: ({ player, cell }, { speech }) =>
    part(player, ['landed', { place: place(speech, cell) }], { weight: 5, sign: '👣' }),
  answered: (event, tale, at) => answered(event, tale, at),
  gateOpened: ({ player }) => part(player, ['gateOpened'], { weight: 6 }),
  gateHeld: ({ player }) => part(player, ['gateHeld'], { weight: 6 }),
  rested: ({ player }) => part(player, ['rested'], { weight: 3 }),
  trapSprung: ({ player, trap }, { speech }) =>
    part(player, ['trap', entry(speech, 'traps', trap)], { weight: 8, sign: '🕳' }),
  chestOpened: ({ player, find }, { speech }) =>
    part(player, ['find', entry(speech, 'finds', find)], { weight: 8, sign: '🎁' }),
  objectOpened: ({ player, object, cell }, { speech }) =>
    part(
      player,
      object === undefined
        ? ['object']
        : [
            speech.board?.passages?.[cell] === undefined ? 'objectOpened' : 'objectPassage',
            entry(speech, 'objects', object),
          ],
      { weight: 7, sign: '🎁' },
    ),
  objectShut: ({ player, object }, { speech }) =>
    part(player, ['objectShut', entry(speech, 'objects', object)], { weight: 7 }),
  knockedOut: ({ player, to }, { speech }) =>
    part(player, ['knockedOut', { place: place(speech, to) }], { weight: 8 }),
  lastThrow: ({ player, own, total, need, won, staked = 0, against = null }, { speech }) => {
    const phrase = against === null ? (won ? 'lastWon' : 'lastLost') : won ? 'duelWon' : 'duelLost';
    const rival = against === null ? undefined : playerName(speech, against);
    const values = { own: diceText(speech, own, staked), total, need, rival };
    return part(player, [phrase, values], { weight: 9, sign: '🏁' });
  },
  locked: ({ player, until }, { speech }) =>
    part(player, ['locked', { wait: duration(speech.lang, (until - speech.at) / 1000) }], { weight: 6 }),
  pended: (event, tale) => pendedParts(event, tale),
  pollOpened: (event, tale) => pollPart(event, tale),
  pollClosed: ({ voters }) =>
    part(null, ['pollClosed', { voters: String(voters) }], { weight: 3, sign: '📢' }),
};

function answered({ player, n, option, by }: EventOf<'answered'>, tale: Tale, at: number): Told {
  // A chat that said nothing in a clash has chosen nothing.
  if (option === 0) return null;
  const asked = tale.speech.board?.players.find(({ id }) => id === player)?.pending;
  const known = asked?.n === n ? asked : undefined;
  const name = playerName(tale.speech, player);
  const walks = tale.events.some((e) => e.type === 'moved' && e.player === player && e.why === 'roll');
  if (known ? known.is === 'fork' : walks) {
    const phrase = by === 'chat' ? 'wayByChat' : by === 'clock' ? 'wayByClock' : 'way';
    const values = { name, option: String(option), place: stopAfter(tale, player, at) };
    return part(player, [phrase, values], { weight: 9, sign: '👣', named: by === 'player' });
  }
  const phrase = by === 'chat' ? 'optionByChat' : by === 'clock' ? 'optionByClock' : 'option';
  const text = known?.is === 'choice' ? entryOfPath(tale.speech, known.path)?.text : undefined;
  const label =
    known?.is === 'scene'
      ? sceneLabels(tale.speech, known.run, player)[option - 1]
      : text?.options?.[option - 1];
  return part(player, [phrase, { option: String(option), label }], {
    weight: 8,
    sign: by === 'chat' ? '📢' : undefined,
  });
}
