import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { playerOf } from '../../link/face.ts';
import type { PlayerId } from '../../link/types.ts';
import type { ViewName } from '../../link/views.ts';
import { fightWordsOf } from '../../texts/fight.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { smallStyles } from './small.styles.ts';
import { cardOf } from './small.ts';

/** A fight beside gameplay: the enemy, its health and what comes next. Empty while nobody fights. */
export class FightCardElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    format: { type: String, reflect: true },
  };
  static override styles = [common, smallStyles];
  /** Only this player's fights; null: the first one's. */
  declare player: PlayerId | null;
  declare format: 'corner' | 'strip';

  constructor() {
    super();
    this.player = null;
    this.format = 'strip';
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  override render(): TemplateResult {
    const { face } = this;
    const board = face?.views.get('board');
    const player =
      this.player && face ? playerOf(face, this.player) : board?.players.find((one) => one.fight);
    const fight = player?.fight;
    if (!face || !player || !fight) return html``;
    const words = fightWordsOf(face.words.lang);
    const room = this.format === 'corner' ? 118 : 136;
    return html`<section class="card" aria-label="${player.name}: ${words.fight}">${cardOf({ face, words, player, fight }, room)}</section>`;
  }
}
