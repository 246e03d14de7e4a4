/**
 * How the six play an evening of fights and stories: each word of a fight is typed, chats answer what is asked in fights
 * and scenes, and whoever stands before a shut way draws what opens it.
 */
import type { Fight } from '../../engine/combat/state.ts';
import type { Reach, Rules } from '../../engine/rules.ts';
import type { Pending } from '../../engine/state.ts';
import type { PlayerView } from '../../protocol/views.ts';
import { Play } from '../evening/play.ts';
import type { Said, Table } from '../evening/table.ts';

/** Words of fights that an evening has to hear done. */
export const WORDS = ['hit', 'dash', 'skill', 'weapon', 'prop', 'auto', 'flee'] as const;
type Word = (typeof WORDS)[number];
type Line = readonly [word: Word, rest: string];

/** Classes with a skill that is called by name. */
const CALLERS = ['ringleader', 'softie'];
const REACHES: readonly Reach[] = ['near', 'mid', 'far'];
/** A fight longer than this plays itself. */
const PATIENCE = 7;
/** Lines in one fight, refused ones included; above it something is wrong. */
const MOST = 60;
/** Seconds: the longest vote in a fight, and its totals. */
const VOTE = 40;

export class Fighters extends Play {
  /** Words that were done, not refused. */
  readonly done = new Set<Word>();
  /** What was typed in fights, with the answers. */
  readonly lines: Said[] = [];
  readonly #rules: Rules;

  constructor(table: Table, rules: Rules) {
    super(table);
    this.#rules = rules;
  }

  override async turn(id: string): Promise<void> {
    if (this.table.board.status === 'finished') return;
    if (!this.table.player(id).pending) await this.#reachFor(id);
    await super.turn(id);
  }

  override async answer(me: PlayerView, pending: Pending): Promise<void> {
    if (pending.is === 'fight') return this.#fight(me.id);
    const { passages = {} } = this.table.board;
    const short = pending.is === 'fork' ? pending.ways.indexOf(passages[pending.cell] ?? -1) : -1;
    if (short >= 0) await this.table.say(me.id, 'go', String(short + 1));
    else await super.answer(me, pending);
  }

  /** Before a shut thing that a reach opens: that weapon is drawn, and the next roll opens it. */
  async #reachFor(id: string): Promise<void> {
    const { board } = this.table;
    const { cell, reach } = this.table.player(id);
    const opens = this.#rules.objects?.[board.objects?.[cell] ?? '']?.opens;
    if (!opens || !('reach' in opens) || board.opened.includes(cell) || opens.reach === reach) return;
    await this.table.say(id, 'weapon', opens.reach);
  }

  async #fight(id: string): Promise<void> {
    const refused = new Set<string>();
    for (let n = 0; n < MOST; n += 1) {
      const me = this.table.player(id);
      if (!me.fight || me.pending?.is !== 'fight' || this.table.board.status === 'finished') return;
      if (me.fight.vote) {
        await this.votes();
        await this.table.later(VOTE);
        continue;
      }
      const [word, rest] = this.#line(me, me.fight, refused);
      const said = await this.table.say(id, word, rest);
      this.lines.push(said);
      if (said.code === null) this.done.add(word);
      else refused.add(`${word} ${rest}`);
    }
    throw new Error(`a fight of ${id} has no end`);
  }

  /** The first of its wishes that this fight has not refused. */
  #line(me: PlayerView, fight: Fight, refused: ReadonlySet<string>): Line {
    const open = this.#wishes(me, fight).find(([word, rest]) => !refused.has(`${word} ${rest}`));
    return open ?? ['auto', ''];
  }

  #wishes(player: PlayerView, { bout, round, me, foes, prop }: Fight): readonly Line[] {
    const wishes: Line[] = [];
    const health = me.hp / me.derived.maxHp;
    const free = bout === 'wild' || bout === 'waves';
    if (round > PATIENCE) return [['auto', '']];
    if (free && health < (this.done.has('flee') ? 0.25 : 0.5)) wishes.push(['flee', '']);
    if (CALLERS.includes(player.classId) && round > 1) wishes.push(['skill', '']);
    const needs = prop && !prop.used ? this.#rules.props?.[prop.id]?.reach : undefined;
    if (needs && !this.done.has('prop')) wishes.push(me.reach === needs ? ['prop', ''] : ['weapon', needs]);
    const hot = foes.some(({ hp, next }) => hp > 0 && next?.lands.includes(me.band));
    if (hot && me.dash === 0) wishes.push(['dash', '']);
    wishes.push(['hit', ''], ...REACHES.map((reach): Line => ['hit', reach]));
    return wishes;
  }
}
