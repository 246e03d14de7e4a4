import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import type { BoardView, Moment, PlayerView } from '../../../bot/protocol/views.ts';
import { createDice, type DiceFace } from '../../board/dice.ts';
import { boardMotion, isStill, playerOf } from '../../link/face.ts';
import type { Die, EventOf } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { medallion } from '../art/medallion.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { marksStyles } from '../marks/marks.styles.ts';
import { lamps, marks } from '../marks/templates.ts';
import { newestLine } from '../news.ts';
import { placeOf, progress } from '../seat.ts';
import { Longest } from '../task/longest.ts';
import { askedOf, type Task, tasksOf } from '../task/stage.ts';
import { waiting } from '../task/templates.ts';
import { waitedFor, waitLeft } from '../task/waiting.ts';
import { HEIGHT, ROAD, ribbonArt, ribbonStops } from './panes.ts';
import { onRoad, type Span, type Tag, tagsOf, xOf } from './ribbon.ts';
import { stripStyles } from './strip.styles.ts';

const WIDE: Span = { left: 262, width: 1316 };
const NARROW: Span = { left: 16, width: 688 };
/** How long a throw keeps its place before whoever is asked gets it, in milliseconds. */
const STAY_MS = 7_000;

/** The race as a ribbon over gameplay: who is where, who moves, the last dice, what is asked, what happened. */
export class StripElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    narrow: { type: Boolean, reflect: true },
    mover: { state: true },
  };
  static override styles = [common, marksStyles, stripStyles];
  /** Whose overlay this is: their tag is marked, and what they are asked comes first. */
  declare player: string | null;
  declare narrow: boolean;
  /** Who has thrown last, for as long as that is news. */
  declare mover: string | null;
  #dice: DiceFace | null = null;
  #thrown: readonly Die[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #longest = new Longest();

  constructor() {
    super();
    this.player = null;
    this.narrow = false;
    this.mover = null;
  }

  protected override watched(): readonly ViewName[] {
    return ['board', 'log'];
  }

  protected override isTicking(): boolean {
    return this.#task()?.until != null;
  }

  protected override heard(moments: readonly Moment[]): void {
    const thrown = moments
      .flatMap((moment) => moment.events)
      .findLast((event): event is EventOf<'rolled'> => event.type === 'rolled');
    if (!thrown) return;
    this.mover = thrown.player;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.mover = null), STAY_MS);
    void this.#roll(thrown.dice);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#dice?.destroy();
    this.#dice = null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const last = this.#acting()?.lastRoll?.dice;
    if (!this.mover && last && last !== this.#thrown) this.#table()?.rest(last);
    if (!this.mover && last) this.#thrown = last;
  }

  #table(): DiceFace | null {
    const host = this.renderRoot.querySelector<HTMLElement>('.dice');
    if (!host || !this.face) return null;
    this.#dice ??= createDice(host, { motion: boardMotion(this.face) });
    return this.#dice;
  }

  async #roll(dice: readonly Die[]): Promise<void> {
    await this.updateComplete;
    if (!this.face || !this.isConnected) return;
    this.#thrown = dice;
    await this.#table()?.roll(dice, { instant: isStill(this.face) });
  }

  #task(): Task | null {
    const board = this.face?.views.get('board');
    if (!this.face || !board) return null;
    const tasks = tasksOf(this.face, board);
    return askedOf(tasks, this.player)[0] ?? tasks[0] ?? null;
  }

  #acting(): PlayerView | null {
    const { face } = this;
    const board = face?.views.get('board');
    if (!face || !board) return null;
    const asked = this.#task()?.player ?? null;
    return playerOf(face, this.mover) ?? asked ?? board.players.find((one) => one.place === 1) ?? null;
  }

  #turn(board: BoardView): TemplateResult {
    const { words } = this.face!;
    const player = this.#acting();
    if (!player) return html`<div class="turn"><p class="said">${words.waiting}</p></div>`;
    const kind = board.map.cells[player.cell]?.kind ?? 'plain';
    const said = this.mover
      ? words.landsOn(words.kinds[kind])
      : player.pending
        ? words.stage.moves
        : words.zones[player.zone];
    return html`<div class="turn">
      <div class="who">${emblem(player.seat, 58, { crown: placeOf(board, player) === 1 })}
        <div><b class="name display" dir="auto">${player.name}</b><span class="said">${said}</span></div></div>
      <div class="thrown"><div class="dice" aria-hidden="true"></div>
        ${player.lastRoll ? html`<b class="sum display" aria-label=${words.stage.sum(player.lastRoll.total)}>${player.lastRoll.total}</b>` : nothing}</div>
    </div>`;
  }

  #tag(board: BoardView, tag: Tag): TemplateResult {
    const { player, x, width } = tag;
    const { words } = this.face!;
    const place = placeOf(board, player);
    const { done, total } = progress(board, player);
    const acting = player.id === this.mover || player.pending !== null;
    const own = player.id === this.player ? 'own' : '';
    return html`<li class="${acting ? 'acting' : ''} ${own}" .style=${`--x:${x.toFixed(1)}px; --w:${width.toFixed(1)}px; --seat:var(--seat-${player.seat})`}>
      ${emblem(player.seat, 50, { crown: place === 1 })}
      <span class="rank display" aria-hidden="true">${place}</span>
      <span class="name" dir="auto">${player.name}</span>
      ${this.narrow ? nothing : player.final ? lamps(this.face!, player.final, 14) : marks(this.face!, { board, player }, { size: 16, most: 1 })}
      <span class="hidden-words">${words.place(place)}, ${words.cellsDone(done, total)}, ${words.health(player.hp, player.maxHp)}</span>
    </li>`;
  }

  #ribbon(board: BoardView): TemplateResult {
    const span = this.narrow ? NARROW : WIDE;
    const lead = Math.min(...board.players.map((player) => player.toFinish));
    const lit = xOf(board.map, Number.isFinite(lead) ? lead : board.map.length, span);
    const end = span.left + span.width;
    const tags = tagsOf(board, span).sort((a, b) => a.player.seat - b.player.seat);
    return html`<svg class="ribbon" viewBox="0 0 ${this.narrow ? 720 : 1920} ${HEIGHT}" aria-hidden="true">
        <defs><linearGradient id="sheen" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".3"></stop><stop offset=".45" stop-color="#fff" stop-opacity="0"></stop><stop offset="1" stop-color="#000" stop-opacity=".42"></stop></linearGradient></defs>
        ${guard([board.map, span], () => ribbonArt(board.map, span))}
        <rect class="ahead" x=${lit} width=${Math.max(0, end - lit)} height=${HEIGHT}></rect>
        <path class="walked" d="M${span.left} ${ROAD}H${lit}"></path>
        ${guard([board.map, span], () => ribbonStops(board.map, span, this.face!.words.zones))}
        <rect class="edge" x=${span.left} width=${span.width} height=${HEIGHT}></rect>
      </svg>
      <div class="end" .style=${`left:${end - 22}px`}>${medallion('finish', 62)}</div>
      <div class="road" aria-hidden="true">${each(
        onRoad(tags),
        ({ tag }) => tag.player.id,
        ({ tag, x }) =>
          html`<span .style=${`--x:${x.toFixed(1)}px; z-index:${20 - tag.player.place}`}>${emblem(tag.player.seat, 34)}</span>`,
      )}</div>
      <ol class="tags" aria-label=${this.face!.words.standings}>${each(
        tags,
        (tag) => tag.player.id,
        (tag) => this.#tag(board, tag),
      )}</ol>`;
  }

  #asked(task: Task): TemplateResult {
    const { words, clock } = this.face!;
    const left = task.until === null ? null : Math.max(0, task.until - clock.now());
    const of = (task.lasts ?? this.#longest.of(task.key, left ?? 0)) / 1000;
    const lead = task.options.find((option) => option.leads);
    const wait = task.poll ? waitLeft(this.face!, task.poll) : 0;
    const board = this.face!.views.get('board');
    const waited = (task.poll && board && waitedFor(this.face!, board, task.poll)) || '';
    return html`<div class="asked" aria-live="polite">
      ${task.poll && wait ? waiting(this.face!, { poll: task.poll, wait, size: 104 }) : left === null ? emblem(task.player.seat, 92) : countdown({ left: left / 1000, of, size: 104, label: words.secondsLeft(Math.ceil(left / 1000)) })}
      <div><span class="label">${task.label}</span>
        <b class="title">${task.word ? task.word : task.title}</b>
        <span class="said">${waited || (task.need > 0 ? `${task.have} / ${task.need}` : lead ? `${lead.type}: ${lead.text}` : task.options.length > 0 ? task.options.map((one) => one.type).join(' · ') : task.player.name)}</span></div>
    </div>`;
  }

  /** Between questions: what a viewer can type, one line at a time. */
  #quiet(board: BoardView): TemplateResult {
    const notes = this.face!.words.quietNotes;
    const note = notes[board.seq % notes.length]!;
    return html`<div class="asked quiet">${icon('chat', 62, 'var(--gold)')}<div><b class="title">${note.type}</b><span class="said">${note.note}</span></div></div>`;
  }

  #news(): TemplateResult | typeof nothing {
    const line = newestLine(this.face!);
    if (!line) return nothing;
    const player = playerOf(this.face!, line.player);
    return html`${keyed(
      line.key,
      html`<p class="news ${line.tone}">${player ? emblem(player.seat, 30) : icon(line.icon, 24)}<b>${line.head}</b>${line.tail ? html`<span>${line.tail}</span>` : nothing}</p>`,
    )}`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    if (!board) return html`<section class="strip"><p class="news">${face.words.waiting}</p></section>`;
    const task = this.#task();
    return html`<section class="strip" aria-label=${face.words.board}>
      ${this.#ribbon(board)}${this.#turn(board)}
      ${task ? keyed(task.key, this.#asked(task)) : this.#quiet(board)}
      <div class="line" aria-live="polite">${this.#news()}</div>
    </section>`;
  }
}
