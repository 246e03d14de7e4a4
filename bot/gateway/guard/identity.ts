/** Who is at the other end, and what that lets them see and say. */
import type { Speaker } from '../../protocol/wire.ts';

export type Identity =
  | { readonly role: 'admin' }
  /** A player's process or own program: one seat, and the chat of that seat. */
  | { readonly role: 'player'; readonly game: string; readonly player: string }
  /** The play page of a rehearsal: these seats, and viewers of the local chat. */
  | { readonly role: 'site'; readonly game: string; readonly seats: readonly string[] }
  /** OBS and spectators: reads, never speaks. */
  | { readonly role: 'overlay'; readonly game: string };

/** Nobody but the admin reaches another game. */
export function mayEnter(who: Identity, game: string): boolean {
  return who.role === 'admin' || who.game === game;
}

/**
 * Reading others is free, bags and odds included: what an overlay shows, everybody sees. Only another player's own
 * process is kept to its seat, which is all that it needs.
 */
export function maySee(who: Identity, view: string): boolean {
  if (!view.startsWith('bag:')) return true;
  return who.role === 'admin' || who.role === 'overlay' || seatsOf(who).includes(view.slice('bag:'.length));
}

/** A token speaks for its seats and their chats alone; the admin for everybody. */
export function maySpeak(who: Identity, as: Speaker): boolean {
  if (who.role === 'admin') return true;
  if ('admin' in as) return false;
  if ('player' in as) return seatsOf(who).includes(as.player);
  return seatsOf(who).includes(as.channel) && (who.role === 'player' || as.platform === 'local');
}

export function seatsOf(who: Identity): readonly string[] {
  if (who.role === 'player') return [who.player];
  return who.role === 'site' ? who.seats : [];
}
