/**
 * From a moment (what has happened) to a script (what is shown, and when). Pure: the picture at any time follows
 * from the script alone (see frame.ts).
 */
import type { Draft, Script, Stagecraft } from './cues.ts';
import type { GameEvent, Moment } from './types.ts';
import { WRITERS } from './writers.ts';

/** Writes the script of one moment; a moment without anything to see has length 0. */
export function scriptOf(moment: Moment, craft: Stagecraft): Script {
  const draft: Draft = { craft, cues: [], cells: new Map(), players: new Set(), clock: 0 };
  for (const event of moment.events) {
    const write = WRITERS[event.type] as ((event: GameEvent, draft: Draft) => void) | undefined;
    write?.(event, draft);
  }
  const ends = Math.max(0, ...draft.cues.map((cue) => cue.at + cue.for));
  const first = moment.events.find((event) => 'player' in event);
  const actor = first && 'player' in first ? first.player : null;
  return {
    seq: moment.seq,
    actor,
    players: draft.players,
    cues: draft.cues,
    length: ends,
    ends: draft.cells,
  };
}
