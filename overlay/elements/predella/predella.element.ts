import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Moment } from '../../../bot/protocol/views.ts';
import { createDice, type DiceFace } from '../../board/dice.ts';
import { boardMotion, isStill, playerOf } from '../../link/face.ts';
import type { CellKind } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { signed } from '../../texts/plural.ts';
import { emblem } from '../art/emblem.ts';
import { pane } from '../art/frame.ts';
import { icon } from '../art/icon.ts';
import { medallion } from '../art/medallion.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { likeliest, type Odds, oddsBars } from '../odds/bars.ts';
import { barsStyles } from '../odds/odds.styles.ts';
import { predellaStyles } from './predella.styles.ts';
import { type Throw, type ThrowEvent, throwsOf } from './throws.ts';

const WIDE = pane({ width: 1200, height: 184, hue: 276 });
const NARROW = pane({ width: 344, height: 300, hue: 276 });
/** How long a result stays, in milliseconds; shorter when others wait. */
const STAY_MS = 4_200;
const STAY_WAITED_MS = 1_100;
/** Between throws the legend gives way to the goal for one turn in this many. */
const IDLE_TURN_MS = 9_000;
const GOAL_EVERY = 4;
const MOST_WAITING = 3;
const MOST_KNOWN = 60;
const ODDS_SHOWN = 8;
const ODDS_KEPT = 4;
const LEGEND: readonly CellKind[] = [
  'trial',
  'trap',
  'chest',
  'monster',
  'story',
  'market',
  'camp',
  'object',
  'gate',
  'finish',
];

/** Letters from which a name is written smaller. */
const LONG_NAME = 8;

/** The event of the moment: who throws, the dice, the sum, the odds it had; between throws a legend of the cells. */
export class PredellaElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    cued: { type: Boolean },
    current: { state: true },
    settled: { state: true },
    turn: { state: true },
  };
  static override styles = [common, barsStyles, predellaStyles];
  /** Throws wait for `cue` instead of being shown as soon as they are known. */
  declare cued: boolean;
  declare current: Throw | null;
  declare settled: boolean;
  /** Counts what is shown between throws. */
  declare turn: number;

  #dice: DiceFace | null = null;
  #waiting: Throw[] = [];
  /** Throws that a cue may call. */
  #known: Throw[] = [];
  #called: ThrowEvent | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turning: ReturnType<typeof setInterval> | undefined;
  /** The last odds of each player, newest first: the view after a roll already tells of the next one. */
  #odds = new Map<string, readonly Odds[]>();
  #thrown: Odds = [];
  #playing = '';

  constructor() {
    super();
    this.cued = false;
    this.current = null;
    this.settled = false;
    this.turn = 0;
  }

  /** Shows this throw now; the board on the same page keeps the pace. */
  cue(event: ThrowEvent): void {
    const thrown = this.#known.find((one) => one.event === event);
    // A board that holds still calls at once, perhaps before the moment has come here.
    this.#called = thrown ? null : event;
    if (!thrown) return;
    clearTimeout(this.#timer);
    this.#show(thrown);
  }

  protected override watched(): readonly ViewName[] {
    const players = this.face?.views.get('board')?.players ?? [];
    return ['board', ...players.map((player) => `bag:${player.id}` as const)];
  }

  protected override heard(moments: readonly Moment[]): void {
    const next = moments.flatMap(throwsOf);
    if (next.length === 0) return;
    if (this.cued) {
      this.#known = [...this.#known, ...next].slice(-MOST_KNOWN);
      if (this.#called) this.cue(this.#called);
      return;
    }
    this.#waiting = [...this.#waiting, ...next].slice(-MOST_WAITING);
    if (!this.current) this.#next();
    else if (this.settled) this.#later(STAY_WAITED_MS);
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), pause);
  }

  #next(): void {
    this.#show(this.#waiting.shift() ?? null);
  }

  #show(thrown: Throw | null): void {
    this.settled = false;
    this.current = thrown;
    if (thrown) this.#thrown = this.#oddsFor(thrown);
  }

  /** The odds as they were when the dice left the hand: those that know the cell it came to. */
  #oddsFor(thrown: Throw): Odds {
    if (thrown.kind !== 'roll' || thrown.cell === null) return [];
    return this.#odds.get(thrown.player)?.find((odds) => odds.some((one) => one.cell === thrown.cell)) ?? [];
  }

  #noteOdds(): void {
    const { face } = this;
    for (const player of face?.views.get('board')?.players ?? []) {
      const odds = face?.views.get(`bag:${player.id}`)?.odds;
      const known = this.#odds.get(player.id) ?? [];
      if (odds && odds.length > 0 && known[0] !== odds)
        this.#odds.set(player.id, [odds, ...known].slice(0, ODDS_KEPT));
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#turning = setInterval(() => (this.turn += 1), IDLE_TURN_MS);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearInterval(this.#turning);
    this.#dice?.destroy();
    this.#dice = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#noteOdds();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('current')) void this.#throw(this.current);
  }

  async #throw(thrown: Throw | null): Promise<void> {
    const host = this.renderRoot.querySelector<HTMLElement>('.dice');
    if (!host || !this.face) return;
    this.#dice ??= createDice(host, { motion: boardMotion(this.face) });
    this.#playing = thrown?.key ?? '';
    if (!thrown) {
      this.#dice.rest([]);
      return;
    }
    try {
      await this.#dice.roll(thrown.dice, { instant: isStill(this.face) });
    } finally {
      // A throw is told even if its dice could not be drawn.
      if (this.#playing === thrown.key && this.isConnected) {
        this.settled = true;
        this.#later(this.#waiting.length > 0 ? STAY_WAITED_MS : STAY_MS);
      }
    }
  }

  #said(thrown: Throw): string {
    const { words, pack } = this.face!;
    if (thrown.kind === 'roll') {
      const kind = this.face!.views.get('board')?.map.cells[thrown.cell ?? -1]?.kind;
      return this.settled && kind ? words.landsOn(words.kinds[kind]) : words.rollsDice(thrown.dice.length);
    }
    const need = thrown.need === null ? '' : words.needs(thrown.need);
    if (this.settled) return `${need}, ${thrown.won ? words.passedIt : words.failedIt}`;
    const name =
      thrown.kind === 'last' ? words.throwsLast : words.checks(pack.entry('trials', thrown.trial).name);
    return `${name}, ${need}`;
  }

  #event(thrown: Throw): TemplateResult {
    const face = this.face!;
    const player = playerOf(face, thrown.player);
    const board = face.views.get('board');
    const odds = likeliest(this.#thrown, ODDS_SHOWN, thrown.cell ?? undefined);
    const hit = this.settled ? thrown.cell : null;
    return html`<div class="who">
        ${player ? emblem(player.seat, 108) : nothing}
        <div><b class="name display ${(player?.name ?? '').length > LONG_NAME ? 'long' : ''}" dir="auto">${player?.name ?? thrown.player}</b><span class="said">${this.#said(thrown)}</span></div>
      </div>
      <div class="sum display ${this.settled ? 'shown' : ''} ${thrown.won === false ? 'short' : ''}" aria-hidden="true">
        ${thrown.total}${thrown.bonus !== 0 ? html`<small>${signed(face.words.lang, thrown.bonus)}</small>` : nothing}
      </div>
      <div class="odds">${board && odds.length > 0 ? html`<h3>${face.words.odds}</h3>${oddsBars(face, { board, odds, hit, size: 38 })}` : this.#landing(thrown)}</div>
      <p class="hidden-words" aria-live="polite">${this.settled ? `${player?.name ?? ''}: ${thrown.total}. ${this.#said(thrown)}` : ''}</p>`;
  }

  /** Where this key may not see the odds, the cell it came to stands in their place. */
  #landing(thrown: Throw): TemplateResult | typeof nothing {
    const kind = this.face!.views.get('board')?.map.cells[thrown.cell ?? -1]?.kind;
    if (!this.settled) return nothing;
    if (thrown.fork)
      return html`<div class="landing">${icon('choice', 104, 'var(--gold-hi)')}<b class="display">${this.face!.words.forkTitle}</b></div>`;
    if (thrown.won !== null) {
      const { passedIt, failedIt } = this.face!.words;
      const [mark, word] = thrown.won ? (['boon', passedIt] as const) : (['bane', failedIt] as const);
      return html`<div class="landing ${mark}">${icon(mark, 92)}<b class="display">${word}</b></div>`;
    }
    if (!kind) return nothing;
    return html`<div class="landing">${medallion(kind, 132)}<b class="display">${this.face!.words.kinds[kind]}</b></div>`;
  }

  #legend(): TemplateResult {
    const { words } = this.face!;
    if (this.turn % GOAL_EVERY === GOAL_EVERY - 1)
      return html`<p class="goal">${medallion('finish', 96)}<span>${words.goal}</span></p>`;
    return html`<ul class="legend" aria-label=${words.legend}>
      ${LEGEND.map(
        (kind) =>
          html`<li>${medallion(kind, 56)}<span><b>${words.kinds[kind]}</b><small>${words.kindNotes[kind]}</small></span></li>`,
      )}
    </ul>`;
  }

  override render(): TemplateResult {
    if (!this.face) return html``;
    const { current } = this;
    return html`<div class="wide">${WIDE}</div><div class="narrow">${NARROW}</div><section class=${current ? 'throwing' : 'idle'}>
      ${current ? this.#event(current) : this.#legend()}
      <div class="dice" aria-hidden="true"></div>
    </section>`;
  }
}
