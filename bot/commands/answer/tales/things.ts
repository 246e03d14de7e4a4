/** The bag, counters, effects. */
import type { EventOf } from '../../../engine/events.ts';
import type { Phrase } from '../phrases.ts';
import { cellNumber, playerName, viewerName, wordsOf } from '../say.ts';
import { signed } from '../template.ts';
import { entry, part, type Tale, type Tellers } from './tale.ts';

const GAINED: Readonly<Record<string, Phrase>> = { bought: 'bought' };
const LOST: Readonly<Record<string, Phrase>> = {
  sold: 'sold',
  gift: 'gifted',
  perished: 'perished',
};

export const THINGS: Tellers = {
  counted: (event, tale) => {
    const { player, what } = event;
    // Influence drips with every roll; it is worth a word only when it is what the command was about.
    const drips = what === 'influence' && tale.events.some(({ type }) => type === 'rolled');
    if (what === 'score' || drips) return null;
    const by = sumAtLast(event, tale);
    if (by === 0) return null;
    return part(player, [what, { by: signed(tale.speech.lang, by) }], {
      weight: what === 'influence' ? 2 : 5,
    });
  },
  shards: ({ player, element, by }, { speech }) =>
    part(
      player,
      ['shards', { element: wordsOf(speech.lang).elements[element], by: signed(speech.lang, by) }],
      { weight: 4 },
    ),
  itemGained: ({ player, got, why }, { speech }) =>
    part(player, [Object.hasOwn(GAINED, why) ? GAINED[why]! : 'gained', entry(speech, 'items', got.item)], {
      weight: 7,
      sign: '🎒',
    }),
  itemLost: ({ player, n, item, why }, { speech, events }) => {
    // What was used up or handed over is told by the use and by the gain.
    if (events.some((e) => e.type === 'itemUsed' && e.n === n && e.player === player)) return null;
    return part(player, [Object.hasOwn(LOST, why) ? LOST[why]! : 'lost', entry(speech, 'items', item)], {
      weight: 6,
      sign: '🎒',
    });
  },
  itemChanged: ({ player, got }, { speech, events }) => {
    // Locks, charges and cooldowns change with other events; alone, it is somebody dressing.
    if (!events.every(({ type }) => type === 'itemChanged')) return null;
    return part(player, [got.worn ? 'worn' : 'unworn', entry(speech, 'items', got.item)], {
      weight: 8,
      sign: '🎒',
    });
  },
  itemLocked: ({ player, item, rolls }, { speech }) =>
    part(player, ['itemLocked', { ...entry(speech, 'items', item), rolls }], { weight: 7 }),
  itemUsed: ({ player, item, targets, cell, by }, { speech }) => {
    const others = targets.filter((id) => id !== player).map((id) => playerName(speech, id));
    const values = {
      ...entry(speech, 'items', item),
      targets: others.join(', '),
      cell: cell === null ? undefined : cellNumber(speech, cell),
      viewer: by === null ? undefined : viewerName(speech, by),
    };
    return part(player, [by === null ? 'used' : 'usedByHelper', values], { weight: 9, sign: '🎒' });
  },
  dieGained: ({ player, sides }) =>
    part(player, ['dieGained', { die: `d${sides}` }], { weight: 6, sign: '🎒' }),
  dieLost: ({ player, sides, why }) =>
    why === 'roll' ? null : part(player, ['dieLost', { die: `d${sides}` }], { weight: 5 }),
  weaponDrawn: ({ player, reach }, { speech }) =>
    part(player, ['weapon', { reach: wordsOf(speech.lang).reaches[reach] }], { weight: 8, sign: '⚔' }),
  coinFlipped: ({ player, side }) => part(player, [side], { weight: 7, sign: '🎲' }),
  effectApplied: ({ player, effect }, { speech }) =>
    part(player, ['effect', entry(speech, 'effects', effect.effect)], { weight: 6 }),
  effectEnded: ({ player, effect, why }, { speech }) =>
    why === 'expired' || why === 'used' || why === 'replaced'
      ? null
      : part(player, ['effectEnded', entry(speech, 'effects', effect)], { weight: 4 }),
  defended: ({ player, from, item, how }, { speech }) =>
    part(player, [how, { ...entry(speech, 'items', item), from: playerName(speech, from) }], {
      weight: 8,
      sign: '🛡',
    }),
  marked: ({ mark }, { speech }) =>
    part(null, ['marked', { cell: cellNumber(speech, mark.cell) }], { weight: 6 }),
  revealed: ({ player, cells }, { speech }) => {
    if (cells.length === 0) return null;
    const numbers = cells.slice(0, 12).map((cell) => cellNumber(speech, cell));
    return part(player, ['revealed', { cells: [...new Set(numbers)].filter(Boolean).join(', ') }], {
      weight: 6,
    });
  },
};

/** The sum over the whole command, told at its last event; 0 before. */
function sumAtLast(event: EventOf<'counted'>, { events }: Tale): number {
  const same = events.filter(
    (one): one is EventOf<'counted'> =>
      one.type === 'counted' && one.player === event.player && one.what === event.what,
  );
  return same.at(-1) === event ? same.reduce((sum, { by }) => sum + by, 0) : 0;
}
