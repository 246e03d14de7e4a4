import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Beat } from '../../../bot/engine/combat/state.ts';
import type { BoardView, Moment, PlayerView } from '../../../bot/protocol/views.ts';
import type { ThemeName } from '../../link/address.ts';
import { isStill, playerOf } from '../../link/face.ts';
import type { PlayerId } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { fightWordsOf } from '../../texts/fight.ts';
import type { FightWords } from '../../texts/fight-words.ts';
import { countdown } from '../art/countdown.ts';
import { pane } from '../art/frame.ts';
import { common } from '../common.styles.ts';
import { each } from '../each.ts';
import { FaceElement } from '../face-element.ts';
import { signCard } from '../sign/card.ts';
import { fightStyles } from './fight.styles.ts';
import { figureStyles } from './figure.styles.ts';
import { Ground } from './ground.ts';
import { asked, mine, theirs } from './head.ts';
import { act, type Pop, popOf } from './motion.ts';
import { tellBeat, tellStage } from './names.ts';
import { ordersOf } from './orders.ts';
import { type Reel, Reels } from './reels.ts';
import { SHAPES, type ShapeName } from './shapes.ts';
import { badgeOf } from './small.ts';
import { stage } from './stage.ts';
import { fightIcon } from './status.ts';
import { uprightStyles } from './upright.styles.ts';

/** Lines of the round that stay to be read, and numbers that rise at once. */
const LINES = 3;
const MOST_OTHERS = 3;
const MOST_POPS = 6;
const POP_MS = 950;

/** A fight as a scene: who stands where, what will land, what can be typed. With several at once, the others as badges. */
export class FightElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    shape: { type: String, reflect: true },
    theme: { type: String, reflect: true },
    quiet: { type: Boolean },
    pops: { state: true },
  };
  static override styles = [common, fightStyles, figureStyles, uprightStyles];
  /** Only this player's fights; null: of whoever acts. */
  declare player: PlayerId | null;
  declare shape: ShapeName;
  declare theme: ThemeName;
  /** Nothing is shown while nobody fights. */
  declare quiet: boolean;
  declare pops: readonly (Pop & { readonly key: number })[];
  readonly #ground = new Ground();
  #popped = 0;
  #longest = { key: '', of: 0 };
  readonly #reels = new Reels({
    still: () => !this.face || isStill(this.face) || document.hidden,
    changed: () => this.requestUpdate(),
    beat: (player, beat, time) => this.#show(player, beat, time),
  });

  constructor() {
    super();
    this.player = null;
    this.shape = 'wide';
    this.theme = 'glass';
    this.quiet = false;
    this.pops = [];
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override isTicking(): boolean {
    return this.#until(this.shown()) !== null;
  }

  protected override heard(moments: readonly Moment[]): void {
    this.#reels.hear(moments);
  }

  protected override missed(): void {
    this.#reels.stop();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reels.stop();
  }

  /** The fight on stage, or null while nobody fights. */
  shown(): Reel | null {
    if (this.player) return this.#reels.get(this.player);
    const { last } = this.#reels;
    return (last === null ? null : this.#reels.get(last)) ?? this.#reels.all()[0] ?? null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    const board = this.face?.views.get('board');
    if (board) this.#reels.follow(board);
    this.toggleAttribute('idle', this.shown() === null);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const reel = this.shown();
    const player = reel && playerOf(this.face!, reel.player);
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('canvas.ground');
    if (player && canvas)
      this.#ground.paint(canvas, { zone: player.zone, theme: this.theme, box: SHAPES[this.shape].stage });
  }

  #show(player: PlayerId, beat: Beat, time: number): void {
    if (this.shown()?.player !== player) return;
    const pop = popOf(beat);
    if (pop) {
      const key = ++this.#popped;
      this.pops = [...this.pops, { ...pop, key }].slice(-MOST_POPS);
      setTimeout(() => (this.pops = this.pops.filter((one) => one.key !== key)), POP_MS);
    }
    void this.updateComplete.then(() => act(this.renderRoot, beat, time));
  }

  #until(reel: Reel | null): number | null {
    const pending = reel && this.face ? playerOf(this.face, reel.player)?.pending : null;
    if (!reel || reel.ended || !pending || !('until' in pending)) return null;
    return pending.until ?? null;
  }

  #clock(reel: Reel, words: FightWords): TemplateResult {
    const until = this.#until(reel);
    const round = html`<b class="round display">${words.round(reel.fight.round)}</b>`;
    if (until === null)
      return html`<div class="clock">${round}${reel.fight.auto ? html`<span>${words.autoOn}</span>` : nothing}</div>`;
    const left = Math.max(0, until - this.face!.clock.now()) / 1000;
    const key = `${reel.player} ${reel.fight.n} ${reel.fight.round}`;
    if (this.#longest.key !== key) this.#longest = { key, of: left };
    this.#longest.of = Math.max(left, this.#longest.of);
    return html`<div class="clock">${countdown({ left, of: this.#longest.of, size: SHAPES[this.shape].clock, label: this.face!.words.secondsLeft(Math.ceil(left)) })}${round}</div>`;
  }

  #middle(reel: Reel, words: FightWords): TemplateResult {
    const { fight } = reel;
    const { wave = 1, waves = [] } = fight;
    return html`<div class="middle">${this.#clock(reel, words)}
      ${fight.bout === 'waves' ? html`<span class="waves">${words.wave(wave, wave + waves.length)}</span>` : nothing}</div>`;
  }

  #log(reel: Reel, player: PlayerView, words: FightWords): TemplateResult {
    const face = this.face!;
    const still = reel.fight.me.stood > 1 && !reel.ended && this.shape !== 'upright';
    const lines = reel.beats
      .slice(0, reel.step)
      .map((beat, i) => ({ beat, i, line: tellBeat({ face, words, player, fight: reel.fight }, beat) }))
      .filter(({ line }) => line)
      // The warning takes the room of a line.
      .slice(still ? 1 - LINES : -LINES);
    return html`<div class="log"><ul aria-live="polite">${each(
      lines,
      ({ i }) => `${reel.fight.round} ${i}`,
      ({ line, beat }) =>
        html`<li class=${beat.is === 'blow' && beat.who === 'me' ? 'own' : ''} dir="auto">${line}</li>`,
    )}</ul>${still ? html`<p class="warn">${fightIcon('warn', 24)}${words.standing(reel.fight.me.stood)}</p>` : nothing}</div>`;
  }

  #orders(reel: Reel, board: BoardView, words: FightWords): TemplateResult {
    const face = this.face!;
    const { vote } = reel.fight;
    if (vote && board.polls.some((poll) => poll.id === vote.poll))
      return asked({ face, words, fight: reel.fight, board });
    const weapons = face.views.get(`bag:${reel.player}`)?.weapons ?? {};
    return html`<ul class="orders" aria-label=${words.typeNow}>${ordersOf({
      face,
      words,
      fight: reel.fight,
      weapons,
    }).map(
      (order) =>
        html`<li class="${order.drawn ? 'drawn' : ''} ${order.open ? '' : 'shut'}">${fightIcon(order.icon, 32)}<b class="typed">${order.type}</b><span>${order.note}</span></li>`,
    )}</ul>`;
  }

  /** Fights beside the one on stage. */
  #others(reel: Reel): readonly Reel[] {
    const rest = this.player ? [] : this.#reels.all().filter((one) => one !== reel && !one.ended);
    return rest.slice(0, MOST_OTHERS);
  }

  #badges(others: readonly Reel[], board: BoardView, words: FightWords): TemplateResult | typeof nothing {
    if (others.length === 0) return nothing;
    return html`<ul class="others">${each(
      others,
      (one) => one.player,
      (one) => {
        const player = board.players.find(({ id }) => id === one.player);
        return player
          ? html`<li>${badgeOf({ face: this.face!, words, player, fight: one.fight })}</li>`
          : html``;
      },
    )}</ul>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    if (!face) return html``;
    const board = face.views.get('board');
    const words = fightWordsOf(face.words.lang);
    const reel = this.shown();
    const player = reel && playerOf(face, reel.player);
    if (!board || !reel || !player) {
      if (this.quiet) return html``;
      const sign = board ? words.quiet : face.words.stage.signs.waiting;
      return html`<div class="quiet">${signCard(sign, 'static', true)}</div>`;
    }
    const { stage: box, frame, small } = SHAPES[this.shape];
    const ask = { face, words, player, fight: reel.fight, box, small, board };
    const { ended } = reel;
    const others = this.#others(reel);
    return html`${FRAMES[frame]}<section class="fight" aria-label=${words.fight}>
      <header>${mine(ask, SHAPES[this.shape].emblem)}${this.#middle(reel, words)}${theirs(ask)}</header>
      <p class="hidden-words">${tellStage({ face, words, player, fight: reel.fight })}</p>
      <div class="stage zone-${player.zone}" .style=${`width:${box.width}px; height:${box.height}px; --others:${others.length}`}>
        <canvas class="ground" aria-hidden="true"></canvas>
        ${keyed(`${reel.player} ${reel.fight.n}`, stage(ask))}
        ${this.pops.map((pop) => this.#pop(pop))}
        ${ended ? html`<p class="ended ${ended} display" role="status">${words.ended[ended]}</p>` : nothing}
        ${this.#badges(others, board, words)}
      </div>
      ${this.#log(reel, player, words)}${this.#orders(reel, board, words)}
    </section>`;
  }

  #pop(pop: Pop & { readonly key: number }): TemplateResult {
    const at = this.renderRoot.querySelector<HTMLElement>(`.figure[data-who="${pop.who}"]`);
    return html`${keyed(pop.key, html`<b class="pop ${pop.tone}" aria-hidden="true" .style=${`--x:${at?.style.getPropertyValue('--x') || '50%'}; --y:${at?.style.getPropertyValue('--y') || '50%'}`}>${pop.text}</b>`)}`;
  }
}

const FRAMES = {
  wide: pane({ width: 1280, height: 720, hue: 276 }),
  tall: pane({ width: 1280, height: 887, hue: 276 }),
  upright: pane({ width: 400, height: 860, hue: 276 }),
} as const;
