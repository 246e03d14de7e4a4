/**
 * The game's own chat: carries a player's line to the other players' processes. Lines are in no log and in no state,
 * so that a text can be gone for good; only who may hear it, and whether it may be said, follows from the game.
 */
import { type Channel, speak } from '../engine/diplomacy/channels.ts';
import { isRefusal } from '../engine/refusal.ts';
import type { Rules } from '../engine/rules.ts';
import type { GameState, Millis, PlayerId } from '../engine/state.ts';
import type { TalkLine } from '../protocol/views.ts';
import type { Refused } from './game/outcome.ts';
import type { Rooms } from './rooms.ts';

export interface SpeechWorld {
  readonly rules: Rules;
  readonly rooms: Rooms;
  readonly state: () => GameState;
  readonly now: () => Millis;
  readonly name: (player: PlayerId) => string;
  /** Shows an open line on the pages. */
  readonly talk: (line: Omit<TalkLine, 'n' | 'at'>) => void;
}

export interface Speech {
  readonly id: string;
  readonly from: PlayerId;
  readonly channel: Channel;
  readonly text: string;
}

export type Heard = { readonly ok: true; readonly to: readonly PlayerId[] } | Refused;

/** Answers remembered for a message that is sent again after a lost connection. */
const REMEMBERED = 50;
/** Moments remembered of each speaker; more than any rule of pace counts. */
const MOMENTS = 60;

export class Speeches {
  readonly #world: SpeechWorld;
  readonly #said = new Map<PlayerId, readonly Millis[]>();
  readonly #answers = new Map<string, Heard>();

  constructor(world: SpeechWorld) {
    this.#world = world;
  }

  /** Says it once for each (speaker, id). `to`: players whose processes have it now, the speaker not counted. */
  say(speech: Speech): Heard {
    const key = `${speech.from} ${speech.id}`;
    const first = this.#answers.get(key);
    if (first) return first;
    const heard = this.#carry(speech);
    this.#answers.set(key, heard);
    if (this.#answers.size > REMEMBERED) this.#answers.delete(this.#answers.keys().next().value ?? '');
    return heard;
  }

  #carry({ from, channel, text }: Speech): Heard {
    const { rules, rooms, state, now, name, talk } = this.#world;
    const at = now();
    const said = this.#said.get(from) ?? [];
    const spoken = speak(state(), rules, { from, channel, text, at, said });
    if (isRefusal(spoken)) return { ok: false, code: spoken.code, args: spoken.args };
    this.#said.set(from, [...said, at].slice(-MOMENTS));
    if (spoken.open) talk({ player: from, from: name(from), role: 'player', text: `💬 ${spoken.text}` });
    const others = spoken.to.filter((player) => player !== from);
    return { ok: true, to: others.filter((to) => rooms.pass(to, { from, channel, text: spoken.text })) };
  }
}
