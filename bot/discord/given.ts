/** For tests: a game as this process sees it, over a wire that is made up. */
import { bag, board, TEXTS } from '../commands/given.ts';
import type { Doing, Heard, Link, Reply } from '../player/link.ts';
import type { AccountAnswer } from '../protocol/accounts.ts';
import type { AskAnswer } from '../protocol/asks.ts';
import type { BagView, BoardView } from '../protocol/views.ts';
import type { Speaker } from '../protocol/wire.ts';
import { Game, type Wire } from './game.ts';

export class GivenWire implements Wire {
  up = true;
  board: BoardView | null = board();
  readonly bags: Record<string, BagView> = { p1: bag() };
  /** What was sent, oldest first. */
  readonly acts: { readonly id: string; readonly as: Speaker; readonly doing: Doing }[] = [];
  readonly asked: Speaker[] = [];
  /** For whom everybody is said to speak. */
  seat: string | null = null;
  answer: (doing: Doing) => Promise<Reply> = async () => ({ ok: true, seq: 8, events: [] });

  view<T>(name: string): T | null {
    const found = name === 'board' ? this.board : (this.bags[name.slice('bag:'.length)] ?? null);
    return found as T | null;
  }
  act(id: string, as: Speaker, doing: Doing): Promise<Reply> {
    this.acts.push({ id, as, doing });
    return this.answer(doing);
  }
  /** What was said to other players' chats. */
  readonly speeches: Parameters<Link['speak']>[] = [];
  async speak(...speech: Parameters<Link['speak']>): Promise<Heard> {
    this.speeches.push(speech);
    return { ok: true, to: ['p2'] };
  }
  /** What was asked of the host beside the rules. */
  readonly wishes: Parameters<Link['ask']>[] = [];
  async ask(...wish: Parameters<Link['ask']>): Promise<AskAnswer> {
    this.wishes.push(wish);
    return { ok: true, says: { is: 'luck', words: 3, closes: 60_000, wait: 60 } };
  }
  async account(as: Speaker): Promise<AccountAnswer> {
    this.asked.push(as);
    return { ok: true, says: { is: 'who', to: 'x', count: 1, seat: this.seat } };
  }
}

export function givenGame(): { readonly wire: GivenWire; readonly game: Game } {
  const wire = new GivenWire();
  return { wire, game: new Game(wire, TEXTS) };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
