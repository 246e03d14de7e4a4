/** A preview in words: whose state would change, and how. Not for chats: it may be long. */
import type { Touch } from '../../../engine/tuning/what-if.ts';
import { cellNumber, entryName, playerName, type Speech, wordsOf } from '../say.ts';
import { adminWords, named } from './words.ts';

export interface Seen {
  readonly touches: readonly Touch[];
  readonly chance: boolean;
}

/** One line a player, the game first; the last line says who is not touched, and whether dice are in it. */
export function whatIfLines(speech: Speech, { touches, chance }: Seen): readonly string[] {
  const words = adminWords(speech.lang);
  if (touches.length === 0) return [words.unchanged];
  const people = [...new Set(touches.map(({ player }) => player))];
  const lines = people.map((player) => {
    const own = touches.filter((touch) => touch.player === player).map((touch) => change(speech, touch));
    return player === null ? own.join('; ') : `${playerName(speech, player)}: ${own.join('; ')}`;
  });
  return [...lines, words.others, ...(chance ? [words.byDice] : [])];
}

function change(speech: Speech, { what, from, to }: Touch): string {
  const [kind = '', id = ''] = what.split(' ');
  return `${subject(speech, kind, id)}: ${value(speech, kind, from)} → ${value(speech, kind, to)}`;
}

function subject(speech: Speech, kind: string, id: string): string {
  const { sheet, numbers, knobs } = adminWords(speech.lang);
  if (kind === 'number') return named(numbers, id);
  if (kind === 'knob') return named(knobs, id);
  const name = named(sheet, kind);
  if (kind === 'item') return entryName(speech, 'items', id);
  if (kind === 'effect') return entryName(speech, 'effects', id);
  if (kind === 'asked') return `${name} (${speech.texts.trials[id]?.name ?? id})`;
  if (kind === 'standing') return `${name} (${speech.texts.zones[id as 'hell']?.name ?? id})`;
  if (kind === 'shard') return `${name} (${named(wordsOf(speech.lang).elements, id)})`;
  return id === '' ? name : `${name} ${id}`;
}

function value(speech: Speech, kind: string, one: Touch['from']): string {
  const words = adminWords(speech.lang);
  if (one === null) return words.nothing;
  if (kind === 'cell') return cellNumber(speech, Number(one)) ?? String(one);
  if (kind === 'kind') return named(words.kinds, String(one));
  if (kind === 'status') return named(wordsOf(speech.lang).statuses, String(one));
  return String(one).replace(/^-/, '−');
}
