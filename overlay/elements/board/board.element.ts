import { css, html, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import type { BoardView, Moment } from '../../../bot/protocol/views.ts';
import { createBoard } from '../../board/board.ts';
import type { Box } from '../../board/layout/places.ts';
import { WINDOW } from '../../board/layout.ts';
import type { BoardFace, BoardOptions, Catalog, DiceEvent } from '../../board/types.ts';
import type { ThemeName } from '../../link/address.ts';
import { boardMotion, type Face } from '../../link/face.ts';
import type { Pack } from '../../link/pack.ts';
import type { PlayerId } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { FaceElement } from '../face-element.ts';
import { CLOSE, CLOSER, moverOf, offsetFor } from './follow.ts';

/** How many moments may wait to be played; a page that was asleep shows the state instead of hours of walking. */
const LONGEST_QUEUE = 40;

type Badges = NonNullable<Catalog['effects']>;
const badgesOf = new WeakMap<Pack, Badges>();

function badges(pack: Pack): Badges {
  const known = badgesOf.get(pack);
  if (known) return known;
  const made: Badges = Object.fromEntries(
    Object.entries(pack.effects).map(([id, entry]) => [
      id,
      { polarity: entry.polarity ?? 'mixed', icon: entry.icon },
    ]),
  );
  badgesOf.set(pack, made);
  return made;
}

interface Making {
  readonly theme: ThemeName;
  readonly player: PlayerId | null;
  readonly onDice: (event: DiceEvent) => void;
  /** Only beside a close camera. */
  readonly small?: NonNullable<BoardOptions['small']>;
}

function makeBoard(face: Face, host: HTMLElement, { theme, player, onDice, small }: Making): BoardFace {
  const { words } = face;
  return createBoard(host, {
    lang: words.lang,
    theme,
    follow: player,
    motion: boardMotion(face),
    onDice,
    ...(small ? { small } : {}),
    texts: {
      zones: words.zones,
      kinds: words.kinds,
      effect: (id) => face.pack.entry('effects', id).name,
      board: words.board,
      effects: words.effects,
      empty: words.waiting,
    },
    // Read when something is drawn: the pack may come after the board.
    catalog: {
      facts: (kind, id) => face.pack.entry(kind, id),
      get effects() {
        return badges(face.pack);
      },
    },
  });
}

/** The window itself: hands the views and moments to the drawing, which owns everything inside. */
export class BoardElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    follow: { type: Boolean, reflect: true },
    player: { type: String },
    theme: { type: String },
  };
  static override styles = css`
    :host {
      display: block;
      position: relative;
    }
    :host([hidden]) {
      display: none;
    }
    /* By its own name: what is drawn inside consists of divs too. */
    .host {
      position: absolute;
      inset: 0;
    }
    /* The whole race in small, over the close picture; its looks are the theme's. */
    .small {
      z-index: 2;
      width: 100%;
      height: 100%;
      pointer-events: none;
    }
    :host([follow]) {
      overflow: hidden;
    }
    :host([follow]) .host {
      inset: 0 auto auto 0;
      width: ${unsafeCSS(1200 * CLOSE)}px;
      height: ${unsafeCSS(832 * CLOSE)}px;
      transition: transform 0.9s var(--ease-hop);
    }
    :host([close]) {
      overflow: hidden;
      outline: 5px solid var(--gold-line);
    }
    :host([close]) .host {
      inset: 0 auto auto 0;
      width: ${unsafeCSS(1200 * CLOSER)}px;
      height: ${unsafeCSS(832 * CLOSER)}px;
      transition: transform 0.9s var(--ease-hop);
    }
    :host([calm]) .host {
      transition: none;
    }
    @media (prefers-reduced-motion: reduce) {
      :host([close]) .host,
      :host([follow]) .host {
        transition: none;
      }
    }
  `;
  /** Shows a part of the window, close, and follows whoever moves: for narrow screens. */
  declare follow: boolean;
  /** The camera stays with this player, closer than the whole map. */
  declare player: PlayerId | null;
  declare theme: ThemeName;
  #drawing: BoardFace | null = null;
  #drawnFor: Face | null = null;
  #shown: unknown = null;
  #mover: PlayerId | null = null;
  /** The part of the window that is to be seen, in the window's pixels. */
  #seen: Box = { x: 0, y: 0, w: WINDOW.width, h: WINDOW.height };

  constructor() {
    super();
    this.follow = false;
    this.player = null;
    this.theme = 'glass';
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override heard(moments: readonly Moment[]): void {
    this.#mover = moverOf(moments) ?? this.#mover;
    for (const moment of moments.slice(-LONGEST_QUEUE)) this.#drawing?.play(moment);
  }

  /** Fits the drawing to the element; the drawing also watches its box by itself. */
  resize(): void {
    this.#drawing?.resize();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  #end(): void {
    this.#drawing?.destroy();
    this.#drawing = null;
    this.#shown = null;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const { face } = this;
    const host = this.renderRoot.querySelector<HTMLElement>('.host');
    const small = this.renderRoot.querySelector<HTMLElement>('.small');
    if (!face || !host || !this.isConnected) return;
    if (this.#drawnFor !== face) this.#end();
    this.#drawing ??= makeBoard(face, host, {
      theme: this.theme,
      player: this.player,
      onDice: (event) => this.#onDice(event),
      ...(small && this.player ? { small: { host: small, seen: () => this.#seen } } : {}),
    });
    this.#drawnFor = face;
    const board = face.views.get('board');
    if (board) this.#look(face, board, host);
    if (board === null || board === this.#shown) return;
    this.#shown = board;
    this.#drawing.update(board);
  }

  /** The show has come to a throw: whoever shows dice rolls them now. */
  #onDice(event: DiceEvent): void {
    this.dispatchEvent(new CustomEvent('msig-dice', { detail: event, bubbles: true, composed: true }));
  }

  #look(face: Face, board: BoardView, host: HTMLElement): void {
    const { clientWidth: width, clientHeight: height } = this;
    const close = this.follow ? CLOSE : this.player ? CLOSER : 0;
    this.toggleAttribute('close', !this.follow && close > 0);
    const player = this.player ?? this.#mover;
    const [left, top] = close ? offsetFor(face, board, { player, width, height, close }) : [0, 0];
    if (close) this.#seen = { x: -left / close, y: -top / close, w: width / close, h: height / close };
    host.style.transform = close ? `translate(${left}px, ${top}px)` : '';
  }

  override render(): TemplateResult {
    return html`<div class="host"></div><div class="msig-board small" ?hidden=${this.follow || !this.player}></div>`;
  }
}
