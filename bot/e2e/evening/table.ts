/**
 * An evening at a table: six seats' chats, whose streamers and viewers type lines through the real gateway, and a clock
 * that stands still until it is moved. What each chat is answered, and what it is told of others, is kept.
 */

import { answerEvents } from '../../commands/answer.ts';
import { commandName } from '../../commands/list.ts';
import type { GameEvent } from '../../engine/events.ts';
import { type GivenGateway, givenGateway } from '../../gateway/given.ts';
import { LIMITS } from '../../gateway/socket/limits.ts';
import { type VirtualClock, virtualClock } from '../../host/clock.ts';
import { givenContent } from '../../host/given.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import { concerns } from '../../player/answers.ts';
import type { BothTexts, Lang, PackTexts } from '../../protocol/texts.ts';
import type { BagView, BoardView, PlayerView, TalkView } from '../../protocol/views.ts';
import type { Speaker } from '../../protocol/wire.ts';

export interface Said {
  readonly player: string;
  /** A viewer's name, `referee`, or empty for the streamer. */
  readonly by: string;
  readonly text: string;
  readonly answer: string;
  /** Of a refusal; null for what was done or answered. */
  readonly code: string | null;
}

/** A line that a chat was told although nobody there had typed. */
export interface Heard {
  readonly player: string;
  readonly text: string;
  readonly of: readonly GameEvent[];
}

export interface Seat {
  readonly name: string;
  readonly class: string;
}

const START = Date.UTC(2026, 0, 9, 18);
const ADMIN: Speaker = { admin: true };
/** A test says more in a second than people do. */
const MANY = 1_000_000;

export class Table {
  readonly lang: Lang;
  readonly game: string;
  readonly texts: PackTexts;
  readonly both: BothTexts;
  readonly said: Said[] = [];
  readonly heard: Heard[] = [];
  readonly events: GameEvent[] = [];
  readonly #given: GivenGateway;
  readonly #clock: VirtualClock;
  readonly #hosted: HostedGame;
  readonly #url: string;
  readonly #tokens: Readonly<Record<string, string>>;
  #n = 0;
  #talk = 0;
  /** Whose line is being obeyed: that chat is answered, the others are told. */
  #asked: string | null = null;

  static async open(lang: Lang, seed: string, seats: readonly Seat[]): Promise<Table> {
    const clock = virtualClock(START);
    const frames = { ...LIMITS.requests, admin: MANY, player: MANY };
    const given = await givenGateway({ clock, limits: { requests: frames } });
    const url = `http://${await given.listen()}`;
    const players = seats.map((seat) => ({ ...seat, lang }));
    const body = { seed, size: 'L', pace: 'session', lang, players, bots: 0 };
    const made = await fetch(`${url}/api/games`, {
      method: 'POST',
      headers: { authorization: `Bearer ${given.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (made.status !== 201) throw new Error(await made.text());
    const { game, players: tokens } = (await made.json()) as {
      game: string;
      players: { id: string; token: string }[];
    };
    const { texts } = await givenContent();
    return new Table({ lang, given, clock, url, game, tokens, both: texts });
  }

  private constructor(of: {
    lang: Lang;
    given: GivenGateway;
    clock: VirtualClock;
    url: string;
    game: string;
    tokens: readonly { id: string; token: string }[];
    both: BothTexts;
  }) {
    this.lang = of.lang;
    this.game = of.game;
    this.both = of.both;
    this.texts = of.both[of.lang];
    this.#given = of.given;
    this.#clock = of.clock;
    this.#url = of.url;
    this.#tokens = Object.fromEntries(of.tokens.map(({ id, token }) => [id, token]));
    this.#hosted = of.given.catalog.get(of.game)!;
    this.#hosted.host.onCommit(({ lines }) => {
      for (const { events, at, seq } of lines) {
        this.events.push(...events);
        this.#tellOthers(events, { at, seq });
      }
    });
  }

  get now(): number {
    return this.#clock.now();
  }
  get board(): BoardView {
    return this.#hosted.view('board') as BoardView;
  }
  get troubles(): readonly unknown[] {
    return [...this.#given.faults, ...this.#given.troubles];
  }

  bag(player: string): BagView {
    return this.#hosted.view(`bag:${player}`) as BagView;
  }
  player(id: string): PlayerView {
    return this.board.players.find((one) => one.id === id)!;
  }
  name(id: string): string {
    return this.player(id).name;
  }
  item(id: string): string {
    return this.texts.items[id]?.name ?? id;
  }
  happened<T extends GameEvent['type']>(type: T): Extract<GameEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<GameEvent, { type: T }> => event.type === type);
  }

  /** `roll`, `+d8` → «!бросок +d8»; typed by the streamer of that seat. */
  say(player: string, command: string, rest = ''): Promise<Said> {
    return this.type(player, `${commandName(command, this.lang)} ${rest}`.trim());
  }

  /** A line as it is, by the streamer or by a viewer of that chat. */
  type(player: string, text: string, viewer = ''): Promise<Said> {
    const as: Speaker =
      viewer === '' ? { player } : { platform: 'twitch', user: `u ${viewer}`, name: viewer, channel: player };
    return this.#line(as, { player, by: viewer, text });
  }

  referee(command: string, rest = ''): Promise<Said> {
    const text = `${commandName(command, this.lang)} ${rest}`.trim();
    return this.#line(ADMIN, { player: 'p1', by: 'referee', text });
  }

  async #line(as: Speaker, line: Pick<Said, 'player' | 'by' | 'text'>): Promise<Said> {
    this.#n += 1;
    this.#asked = line.player;
    const token = line.by === 'referee' ? this.#given.admin : this.#tokens[line.player]!;
    const response = await fetch(`${this.#url}/api/games/${this.game}/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: `line ${this.#n}`, as, text: line.text }),
    });
    const body = (await response.json()) as { code?: string };
    this.#asked = null;
    const code = response.status === 200 ? null : (body.code ?? String(response.status));
    const said = { ...line, answer: this.#answer(), code };
    this.said.push(said);
    return said;
  }

  /** What the chat's page has got since. */
  #answer(): string {
    const { lines } = this.#hosted.view('talk') as TalkView;
    const fresh = lines.filter(({ n, role, from }) => n > this.#talk && role === 'game' && from === 'MSIG');
    this.#talk = lines.at(-1)?.n ?? this.#talk;
    return fresh.map(({ text }) => text).join(' ');
  }

  /** Every other chat, as a player's process tells it. */
  #tellOthers(events: readonly GameEvent[], { at, seq }: { at: number; seq: number }): void {
    const { board, lang, texts } = this;
    const names = Object.fromEntries(board.players.map(({ id, name }) => [id, name]));
    const viewers = this.#hosted.names.all();
    for (const { id } of board.players) {
      if (id === this.#asked || !events.some((event) => concerns(event, id))) continue;
      const told = { events, names, board, lang, texts, at, turn: seq, viewers, about: id };
      const text = answerEvents(told);
      if (text !== '') this.heard.push({ player: id, text, of: events });
    }
  }

  /** Lets time pass; what becomes due on the way happens, in order, at its time. */
  async later(seconds: number): Promise<void> {
    const to = this.#clock.now() + seconds * 1000;
    for (let next = this.#clock.next(); next !== null && next <= to; next = this.#clock.next()) {
      this.#clock.jump(Math.max(next, this.#clock.now()));
      await this.#settled();
    }
    this.#clock.jump(to);
    await this.#settled();
  }

  /** A command that is refused comes back when everything before it is stored and published. */
  async #settled(): Promise<void> {
    this.#n += 1;
    const nothing = { type: 'closePoll', poll: 'none', totals: {}, voters: 0, root: '' } as const;
    await this.#hosted.host.submit({ id: `fence ${this.#n}`, as: { by: 'system' }, command: nothing });
  }

  /** The whole game, as anybody may keep it. */
  async export(): Promise<string> {
    const path = `${this.#url}/api/games/${this.game}/export`;
    const response = await fetch(path, { headers: { authorization: `Bearer ${this.#tokens.p1}` } });
    if (response.status !== 200) throw new Error(await response.text());
    return response.text();
  }

  close(): Promise<void> {
    return this.#given.end();
  }
}
