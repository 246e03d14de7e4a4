/**
 * The game's own chat: who hears a line, and what keeps it from being said. Lines are not events: a log must not hold
 * texts that have to be deletable, so whoever carries them asks here first.
 */
import { type Refusal, refuse } from '../refusal.ts';
import type { Rules } from '../rules.ts';
import type { GameState, Millis, PlayerId } from '../state.ts';
import { diplomacyOf } from './state.ts';
import { partnersOf } from './treaties.ts';

export const CHANNELS = ['players', 'alliance', 'everyone'] as const;
/** `players`: all players and nobody else · `alliance`: one's partners · `everyone`: whoever watches. */
export type Channel = (typeof CHANNELS)[number];

export interface Speaking {
  /** Only players speak: no viewer's free text reaches a screen. */
  readonly from: PlayerId;
  readonly channel: Channel;
  readonly text: string;
  readonly at: Millis;
  /** When this speaker has spoken lately. */
  readonly said: readonly Millis[];
}

export interface Spoken {
  /** Who hears it, the speaker included. */
  readonly to: readonly PlayerId[];
  /** May it be shown to whoever watches? */
  readonly open: boolean;
  /** Without links, invisible signs and shouting rows of spaces. */
  readonly text: string;
}

export function speak(state: GameState, rules: Rules, speaking: Speaking): Spoken | Refusal {
  const { from, channel, at, said } = speaking;
  const chat = rules.diplomacy?.chat;
  if (!chat) return refuse('no-treaties');
  if (!state.players[from]) return refuse('not-a-player', { player: from });
  const silent = muteFault(state, from, at);
  if (silent) return silent;
  const text = tidy(speaking.text);
  const length = [...text].length;
  if (length === 0) return refuse('chat-empty');
  if (length > chat.length) return refuse('chat-long', { length, max: chat.length });
  const recent = said.filter((one) => one > at - chat.window * 1000);
  if (recent.length >= chat.lines) {
    const first = Math.min(...recent.slice(-chat.lines));
    return refuse('chat-fast', { wait: Math.ceil((first + chat.window * 1000 - at) / 1000) });
  }
  const allies = partnersOf(state, from, 'alliance');
  if (channel === 'alliance' && allies.length === 0) return refuse('chat-alone');
  const to =
    channel === 'alliance' ? state.order.filter((id) => id === from || allies.includes(id)) : state.order;
  return { to, open: channel === 'everyone', text };
}

function muteFault(state: GameState, id: PlayerId, at: Millis): Refusal | null {
  const { muted } = diplomacyOf(state);
  const until = muted[id];
  if (until === undefined) return null;
  if (until === null) return refuse('muted');
  return until > at ? refuse('muted', { wait: Math.ceil((until - at) / 1000) }) : null;
}

const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;

/** Without links, invisible signs and rows of spaces. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINK, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
