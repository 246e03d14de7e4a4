/** The window itself, larger than its frame: it can be moved, and comes to rest where our player stands. */
import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ExtMap, ExtState } from '../../bot/protocol/extension.ts';
import { createBoard } from '../../overlay/board/board.ts';
import { viewOf } from '../../overlay/board/camera.ts';
import { layoutBoard, WINDOW } from '../../overlay/board/layout.ts';
import { WORDS } from '../../overlay/board/texts.ts';
import type { BoardFace, BoardView, PlayerView } from '../../overlay/board/types.ts';
import type { Session } from '../link/session.ts';

/** Of the window's 1200 by 832: as small as a name beside a token can be read. */
const SCALE = 0.62;

export class MapElement extends LitElement {
  static override properties: PropertyDeclarations = {
    session: { attribute: false },
    state: { attribute: false },
    map: { attribute: false },
  };
  static override styles = css`
    :host {
      display: block;
    }
    /* By names of its own: the drawing inside has a frame and a host too. */
    .peephole {
      height: 260px;
      overflow: auto;
      border: 2px solid var(--line);
      background: #06070f;
      overscroll-behavior: contain;
      scrollbar-width: thin;
      scrollbar-color: #7f6026 transparent;
    }
    .peephole:focus-visible {
      outline: 3px solid var(--focus);
      outline-offset: 1px;
    }
    .easel {
      position: relative;
      width: ${WINDOW.width * SCALE}px;
      height: ${WINDOW.height * SCALE}px;
    }
    @media (min-width: 340px) {
      .peephole {
        height: 44vh;
      }
    }
  `;
  declare session: Session | null;
  /** Of the session; here, so that a change of theirs is a change of the element. */
  declare state: ExtState | null;
  declare map: ExtMap | null;
  #board: BoardFace | null = null;
  #shown: ExtState | null = null;
  #drawn = '';
  #restsAt = -1;

  constructor() {
    super();
    this.session = null;
    this.state = null;
    this.map = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  #end(): void {
    this.#board?.destroy();
    this.#board = null;
    this.#shown = null;
    this.#restsAt = -1;
  }

  protected override updated(): void {
    const { session, state, map } = this;
    const host = this.renderRoot.querySelector<HTMLElement>('.easel');
    if (!session || !state || !map || !host || !this.isConnected) return;
    const { lang, pack } = session;
    const key = `${lang} ${state.map}`;
    if (this.#drawn !== key) this.#end();
    this.#drawn = key;
    this.#board ??= createBoard(host, {
      ...{ lang, theme: 'glass', motion: 'auto' },
      texts: { ...WORDS[lang], effect: (id) => pack.entry('effects', id).name },
    });
    if (this.#shown === state) return;
    this.#shown = state;
    this.#board.update(boardOf(state, map));
    this.#rest(state, map);
  }

  /** Only when our player has moved: what somebody is looking at is not pulled away. */
  #rest(state: ExtState, map: ExtMap): void {
    const cell = state.players.find(({ id }) => id === state.seat)?.cell ?? map.start;
    const frame = this.renderRoot.querySelector<HTMLElement>('.peephole');
    if (!frame || cell === this.#restsAt) return;
    this.#restsAt = cell;
    const layout = layoutBoard({ map, words: WORDS[this.session?.lang ?? 'en'].zones });
    const spot = layout.spots[cell];
    if (!spot) return;
    const view = viewOf(layout, [spot.x, spot.y]);
    frame.scrollTo({
      left: (spot.x - view.x) * SCALE - frame.clientWidth / 2,
      top: (spot.y - view.y) * SCALE - frame.clientHeight / 2,
    });
  }

  override render(): TemplateResult {
    return html`<div class="peephole" tabindex="0" role="region" aria-label=${this.session?.words.tabs.map ?? ''}><div class="easel"></div></div>`;
  }
}

/** The whole view that the drawing wants, out of what the panel knows. */
function boardOf(state: ExtState, map: ExtMap): BoardView {
  return {
    game: state.game,
    status: state.status,
    seq: state.rev,
    at: state.rev,
    pace: state.pace,
    size: map.size,
    ranked: true,
    map,
    players: state.players.map((player) => playerOf(player, map)),
    opened: state.opened,
    marks: state.marks,
    traps: state.traps,
    polls: [],
    tally: {},
    winner: state.winner,
    places: [],
    commitment: '',
  };
}

function playerOf(player: ExtState['players'][number], map: ExtMap): PlayerView {
  const cell = map.cells[player.cell];
  const effects = player.fx.map(([n, effect]) => {
    return { n, effect, from: null, stacks: 1, rolls: null, turns: null, until: null };
  });
  return {
    id: player.id,
    seat: player.seat,
    name: player.name,
    kind: player.bot ? 'bot' : 'person',
    lang: 'en',
    classId: '',
    cell: player.cell,
    zone: cell?.zone ?? 'forest',
    camp: map.start,
    toFinish: cell?.toFinish ?? 0,
    place: player.place,
    hp: player.hp,
    maxHp: player.max,
    gold: player.gold,
    influence: 0,
    score: 0,
    rolls: 0,
    items: 0,
    boosters: [],
    reach: 'near',
    effects,
    tokens: { count: 0, next: null },
    lastRoll: null,
    pending: null,
    waiting: 0,
    lockedUntil: 0,
    nonce: 'none',
    link: null,
  } as PlayerView;
}
