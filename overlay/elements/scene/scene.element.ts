import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { BoardView, Moment, PlayerView, SceneView } from '../../../bot/protocol/views.ts';
import { playerOf } from '../../link/face.ts';
import type { PlayerId } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { fightWordsOf } from '../../texts/fight.ts';
import type { SceneWords } from '../../texts/fight-words.ts';
import { countdown } from '../art/countdown.ts';
import { emblem } from '../art/emblem.ts';
import { pane } from '../art/frame.ts';
import { rose } from '../art/rose.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { sceneStyles } from './scene.styles.ts';
import { sentenceOf } from './sentence.ts';

/** Milliseconds between one line and the next. */
const LINE_MS = 650;

/** A page of a story: what is told, what can be chosen, who decides and until when. Empty while nobody is in a scene. */
export class SceneElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    upright: { type: Boolean, reflect: true },
    docked: { type: Boolean, reflect: true },
  };
  static override styles = [common, sceneStyles];
  /** Only this player's scenes; null: the one that something happened in last. */
  declare player: PlayerId | null;
  declare upright: boolean;
  /** Small in a corner over the map: the last line alone, in type that is read there. */
  declare docked: boolean;
  #last: PlayerId | null = null;
  #longest = { key: '', of: 0 };

  constructor() {
    super();
    this.player = null;
    this.upright = false;
    this.docked = false;
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override heard(moments: readonly Moment[]): void {
    for (const event of moments.flatMap((moment) => moment.events)) {
      if (event.type === 'sceneBegun' || event.type === 'sceneTurned') this.#last = event.player;
    }
  }

  protected override isTicking(): boolean {
    return this.#shown() !== null;
  }

  #shown(): { readonly player: PlayerView; readonly scene: SceneView } | null {
    const { face } = this;
    const board = face?.views.get('board');
    if (!face || !board) return null;
    const wanted = playerOf(face, this.player ?? this.#last);
    const player = wanted?.scene || this.player ? wanted : board.players.find((one) => one.scene);
    return player?.scene ? { player, scene: player.scene } : null;
  }

  #clock(player: PlayerView, scene: SceneView, board: BoardView): TemplateResult | typeof nothing {
    const poll = board.polls.find(({ id }) => id === scene.poll);
    const until = poll?.closes ?? scene.until;
    if (until === null) return nothing;
    const { clock, words } = this.face!;
    const left = Math.max(0, until - clock.now()) / 1000;
    const key = `${player.id} ${scene.story} ${scene.lines.join()}`;
    if (this.#longest.key !== key)
      this.#longest = { key, of: poll ? (poll.closes - poll.opens) / 1000 : left };
    this.#longest.of = Math.max(left, this.#longest.of);
    return countdown({ left, of: this.#longest.of, size: 112, label: words.secondsLeft(Math.ceil(left)) });
  }

  #options(
    player: PlayerView,
    scene: SceneView,
    { board, words }: { board: BoardView; words: SceneWords },
  ): TemplateResult {
    if (scene.options.length === 0) return html`<p class="how">${words.goesOn}</p>`;
    const tally = scene.poll === null ? null : (board.tally[scene.poll] ?? { voters: 0, totals: {} });
    const counts = scene.options.map((_, i) => tally?.totals[String(i + 1)] ?? 0);
    const [most, all] = [
      Math.max(...counts),
      Math.max(
        1,
        counts.reduce((sum, one) => sum + one, 0),
      ),
    ];
    const who = scene.poll === null ? 'player' : scene.asks;
    return html`<p class="how"><b dir="auto">${words.decides[who](player.name)}</b><span>${words.how[who]}${who === 'chat' ? nothing : html` <i class="typed">${words.choose} 1</i>`}</span></p>
      <ol class="options">${scene.options.map(
        (
          key,
          i,
        ) => html`<li class=${counts[i]! > 0 && counts[i] === most ? 'leads' : ''} .style=${`--share:${(counts[i]! / all).toFixed(3)}`}>
          <b class="key display">${i + 1}</b><span dir="auto">${sentenceOf(this.face!, { scene, player, key })}</span>${tally ? html`<i class="votes">${counts[i]}</i>` : nothing}</li>`,
      )}</ol>`;
  }

  override render(): TemplateResult {
    const { face } = this;
    const shown = this.#shown();
    const board = face?.views.get('board');
    if (!face || !board || !shown) return html``;
    const { player, scene } = shown;
    const words = fightWordsOf(face.words.lang).scene;
    const page = `${player.id} ${scene.story} ${scene.lines.join()}`;
    return html`${this.upright ? NARROW : this.docked ? SMALL : WIDE}<section class="page" aria-label=${words.scene} .style=${`--zone:var(--zone-${player.zone})`}>
      <header>${rose(player.zone, this.upright ? 64 : 104)}
        <div><p class="label">${words.scene}</p><h2 class="display">${face.pack.entry('stories', scene.story).name}</h2>
          <p class="whose">${emblem(player.seat, 40)}<b class="name" dir="auto">${player.name}</b></p></div>
        ${this.#clock(player, scene, board)}</header>
      ${keyed(page, html`<div class="lines" aria-live="polite">${scene.lines.map((key, i) => html`<p dir="auto" .style=${`--delay:${i * LINE_MS}ms`}>${sentenceOf(face, { scene, player, key })}</p>`)}</div>`)}
      ${this.#options(player, scene, { board, words })}
    </section>`;
  }
}

const WIDE = pane({ width: 1000, height: 720, hue: 292 });
const NARROW = pane({ width: 400, height: 720, hue: 292 });
const SMALL = pane({ width: 460, height: 432, hue: 292 });
