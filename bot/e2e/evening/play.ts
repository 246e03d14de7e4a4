/** How the six play between the scenes: everybody rolls when they can, answers what is asked, and chats vote. */
import type { Pending, Poll } from '../../engine/state.ts';
import type { BoardView, PlayerView } from '../../protocol/views.ts';
import { Dice } from '../dice.ts';
import type { Table } from './table.ts';

/** Viewers of each chat. */
const CROWD = { ru: ['Ночная Сова', 'Мята', 'Чайник'], en: ['Night Owl', 'Mint', 'Kettle'] } as const;
/** Nobody goes nearer to the finish before the evening has seen what it is for. */
const NEAR = 13;

export class Play {
  readonly table: Table;
  readonly dice = new Dice(6);
  /** Waits where they stand, for a scene. */
  readonly held = new Set<string>();
  /** The way to the finish is open. */
  last = false;
  readonly #voted = new Set<string>();

  constructor(table: Table) {
    this.table = table;
  }

  get crowd(): readonly string[] {
    return CROWD[this.table.lang];
  }

  /** Everybody once, and the chats. */
  async round(after: () => Promise<void>): Promise<void> {
    for (const { id } of this.table.board.players) {
      await this.turn(id);
      await after();
    }
    await this.votes();
    await this.table.later(30);
  }

  async turn(id: string): Promise<void> {
    const { table } = this;
    if (table.board.status === 'finished') return;
    const me = table.player(id);
    if (me.pending) return this.answer(me, me.pending);
    if (!this.mayRoll(me)) return;
    await table.say(id, 'roll');
    const { pending } = table.player(id);
    if (pending) await this.answer(me, pending);
  }

  mayRoll(me: PlayerView): boolean {
    const { now } = this.table;
    if (me.pending || this.held.has(me.id) || me.lockedUntil > now) return false;
    if (!this.last && me.toFinish <= NEAR) return false;
    return me.tokens.count > 0 || (me.tokens.next !== null && me.tokens.next <= now);
  }

  async answer({ id }: PlayerView, pending: Pending): Promise<void> {
    const { table, dice } = this;
    if (pending.is === 'fork') await table.say(id, 'go', String(1 + dice.below(pending.ways.length)));
    else if (pending.is === 'choice' && pending.poll === null)
      await table.say(id, 'choose', String(dice.pick(pending.open)));
    else if (pending.is === 'scene' && pending.poll === null)
      await table.say(id, 'choose', String(1 + dice.below(pending.run.options.length)));
    else if (pending.is === 'trial' && pending.poll === null && !pending.stage) await this.#deed(id);
  }

  /** A performance, or a check with a clock; a duel waits for both chats. */
  async #deed(id: string): Promise<void> {
    const { table } = this;
    if (this.polls(table.board, id).length > 0) return;
    await table.say(id, 'done');
  }

  /** Votes that run in this chat. */
  polls(board: BoardView, id: string): readonly Poll[] {
    return board.polls.filter(({ player, owner }) => player === id || owner === id);
  }

  /** Every chat answers what it is asked, once. */
  async votes(): Promise<void> {
    for (const poll of this.table.board.polls) {
      if (this.#voted.has(poll.id) || poll.closes < this.table.now) continue;
      this.#voted.add(poll.id);
      if (this.chorus(poll)) continue;
      for (const viewer of this.crowd) await this.table.type(poll.player, this.ballot(poll), viewer);
    }
  }

  chorus({ player, pending }: Poll): boolean {
    const asked = this.table.player(player).pending;
    return asked?.is === 'trial' && asked.n === pending && asked.stage === 'chorus';
  }

  ballot(poll: Poll): string {
    if (poll.kind === 'crowd') return this.word(poll);
    if (poll.kind === 'number') return String(10 + this.dice.below(90));
    return String(1 + this.dice.below(Math.max(1, poll.options)));
  }

  word({ player, pending, trial: named }: Poll): string {
    const asked = this.table.player(player).pending;
    const trial = named ?? (asked?.is === 'trial' && asked.n === pending ? asked.trial : '');
    return this.table.texts.trials[trial]?.word ?? '?';
  }
}
