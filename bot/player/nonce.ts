/**
 * This process's own part in the dice: a number that it commits to before anybody has shown theirs, and reveals once
 * everybody has committed, or when waiting any longer would hold the evening up. So neither the host nor another
 * player can steer a draw.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { BoardView, LogView } from '../protocol/views.ts';
import type { Speaker } from '../protocol/wire.ts';
import type { Reply } from './link.ts';

export type Act = (id: string, as: Speaker, command: unknown) => Promise<Reply>;

/** Who has not committed by then is not waited for: a public forfeit. */
const PATIENCE_MS = 5_000;

export class Nonce {
  readonly #player: string;
  readonly #act: Act;
  readonly #value = randomBytes(32);
  #step: 'new' | 'committing' | 'committed' | 'done' = 'new';
  #timer: NodeJS.Timeout | null = null;
  #others = false;

  constructor(player: string, act: Act) {
    this.#player = player;
    this.#act = act;
  }

  /** Called whenever the board or the log changed. A practice game's dice follow from its seed alone. */
  async follow(board: BoardView | null, log: LogView | null): Promise<void> {
    if (!board || !log) return;
    if (board.status !== 'lobby' || !board.ranked) return this.close();
    this.#others = everybodyCommitted(board, log);
    if (this.#step === 'new') await this.#commit();
    if (this.#others) await this.#reveal();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#step = 'done';
  }

  async #commit(): Promise<void> {
    this.#step = 'committing';
    const hash = createHash('sha256').update(this.#value).digest('hex');
    const reply = await this.#act('nonce commit', { player: this.#player }, { type: 'commitNonce', hash });
    // An earlier life of this process has committed already, and its number is gone with it.
    if (!reply.ok || !committedHere(reply, hash)) return this.close();
    this.#step = 'committed';
    this.#timer = setTimeout(() => void this.#reveal(), PATIENCE_MS);
  }

  async #reveal(): Promise<void> {
    if (this.#step !== 'committed') return;
    this.close();
    const nonce = this.#value.toString('hex');
    await this.#act('nonce reveal', { player: this.#player }, { type: 'revealNonce', nonce });
  }
}

function committedHere(reply: Extract<Reply, { ok: true }>, hash: string): boolean {
  return reply.events.some((event) => event.type === 'nonceCommitted' && event.hash === hash);
}

function everybodyCommitted({ players }: BoardView, { moments }: LogView): boolean {
  const committed = new Set<string>();
  for (const { events } of moments) {
    for (const event of events) if (event.type === 'nonceCommitted') committed.add(event.player);
  }
  return players.every(({ id }) => committed.has(id));
}
