/** What the tellers of events share. */
import type { EventOf, EventType, GameEvent } from '../../../engine/events.ts';
import type { PlayerId } from '../../../engine/state.ts';
import type { EntryKind } from '../../../protocol/texts.ts';
import type { Part, Sign } from '../compose.ts';
import type { Phrase } from '../phrases.ts';
import { entryName, entryText, type Speech } from '../say.ts';
import type { Values } from '../template.ts';

/** The events of one command with what has been told already. */
export interface Tale {
  readonly speech: Speech;
  readonly events: readonly GameEvent[];
  readonly told: Set<GameEvent>;
}

/** Null: the event says nothing. */
export type Told = Part | readonly Part[] | null;
export type Tellers = { readonly [T in EventType]?: (event: EventOf<T>, tale: Tale, at: number) => Told };

interface Details {
  readonly weight: number;
  readonly sign?: Sign;
  readonly named?: boolean;
}

export function part(
  about: PlayerId | null,
  [phrase, values]: readonly [Phrase, Values?],
  details: Details,
): Part {
  return { about, phrase, values: values ?? {}, ...details };
}

/** Name and line of an entry of the pack; the line ends in its own full stop. */
export function entry(speech: Speech, kind: EntryKind, id: string): Values {
  return { entry: entryName(speech, kind, id), line: entryText(speech.texts, kind, id)?.line };
}
