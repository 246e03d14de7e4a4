import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Moment } from '../../../bot/protocol/views.ts';
import { isStill, playerOf } from '../../link/face.ts';
import type { Missed, ViewName } from '../../link/views.ts';
import { MOTIF_MS } from '../../motifs/bits.ts';
import { type Motif, motifOf } from '../../motifs/motif.ts';
import { paintMotif } from '../../motifs/paint.ts';
import { emblem } from '../art/emblem.ts';
import { icon } from '../art/icon.ts';
import { common } from '../common.styles.ts';
import { FaceElement } from '../face-element.ts';
import { type Alert, alertOf } from './alert.ts';
import { alertsStyles } from './alerts.styles.ts';

/** Milliseconds an alert stays, and what it takes to leave. */
const STAY_MS = 4_600;
const STAY_WAITED_MS = 2_600;
const LEAVE_MS = 350;
const MOST_WAITING = 4;
/** Canvas pixels a side; the stage's box. */
const SHOW = 300;

/** One alert at a time: what has just happened, to whom, with the motif of the thing that did it. */
export class AlertsElement extends FaceElement {
  static override properties: PropertyDeclarations = {
    player: { type: String },
    current: { state: true },
    leaving: { state: true },
  };
  static override styles = [common, alertsStyles];
  /** Only what happens to this player; null: to anybody. */
  declare player: string | null;
  declare current: Alert | null;
  declare leaving: boolean;
  #waiting: Alert[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request = 0;
  #leader: string | null = null;

  constructor() {
    super();
    this.player = null;
    this.current = null;
    this.leaving = false;
  }

  protected override watched(): readonly ViewName[] {
    return ['board'];
  }

  protected override heard(moments: readonly Moment[]): void {
    for (const moment of moments) {
      const alert = this.face && alertOf(this.face, moment);
      if (alert && (!this.player || [alert.player, alert.other].includes(this.player))) this.add(alert);
    }
  }

  protected override missed({ count }: Missed): void {
    if (!this.face) return;
    this.#waiting = [];
    const head = this.face.words.stage.missed(count);
    this.add(this.#own({ key: `missed ${this.face.views.last}`, icon: 'note', head, player: null }));
  }

  /** Queues an alert; when too many wait, the lightest is left out. */
  add(alert: Alert): void {
    this.#waiting.push(alert);
    if (this.#waiting.length > MOST_WAITING) {
      const least = Math.min(...this.#waiting.map((one) => one.weight));
      const at = this.#waiting.findIndex((one) => one.weight === least);
      this.#waiting.splice(at, 1);
    }
    if (!this.current) this.#next();
  }

  #own({ key, icon, head, player }: Pick<Alert, 'key' | 'icon' | 'head' | 'player'>): Alert {
    const motif = motifOf('own', key.split(' ')[0] ?? '', { polarity: 'positive' });
    return { key, icon, head, player, other: null, tail: '', tone: 'plain', motif, weight: 7 };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#request);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#watchLead();
  }

  /** A new leader is news, unless the page has only just met the game. */
  #watchLead(): void {
    const first = this.face?.views.get('board')?.players.find((one) => one.place === 1);
    if (!this.face || !first || first.id === this.#leader) return;
    const before = this.#leader;
    this.#leader = first.id;
    if (before === null || (this.player && this.player !== first.id)) return;
    const head = this.face.words.stage.takesLead(first.name);
    const alert = this.#own({ key: `lead ${this.face.views.last}`, icon: 'finish', head, player: first.id });
    queueMicrotask(() => this.add(alert));
  }

  #next(): void {
    clearTimeout(this.#timer);
    const alert = this.#waiting.shift() ?? null;
    this.leaving = false;
    this.current = alert;
    if (!alert) return;
    const stay = this.#waiting.length > 1 ? STAY_WAITED_MS : STAY_MS;
    this.#timer = setTimeout(() => {
      this.leaving = true;
      this.#timer = setTimeout(() => this.#next(), LEAVE_MS);
    }, stay);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('current') && this.current) this.#play(this.current.motif);
  }

  /** Plays the motif once around the icon; held at its middle where motion is not wanted. */
  #play(motif: Motif): void {
    cancelAnimationFrame(this.#request);
    const pen = this.renderRoot.querySelector<HTMLCanvasElement>('.motif')?.getContext('2d');
    if (!pen || !this.face) return;
    const place = { x: SHOW / 2, y: SHOW / 2, radius: SHOW * 0.36 };
    if (isStill(this.face)) return paintMotif(pen, motif, { ...place, radius: SHOW * 0.3, t: 0.42 });
    const begin = performance.now();
    const frame = () => {
      const t = (performance.now() - begin) / MOTIF_MS;
      pen.clearRect(0, 0, SHOW, SHOW);
      if (t >= 1) return;
      paintMotif(pen, motif, { ...place, t });
      this.#request = requestAnimationFrame(frame);
    };
    frame();
  }

  #alert(alert: Alert): TemplateResult {
    const player = playerOf(this.face!, alert.player);
    const other = playerOf(this.face!, alert.other);
    return html`<div class="alert ${alert.tone} ${this.leaving ? 'leaving' : ''} from-${alert.motif.seed % 3}">
      <div class="art" aria-hidden="true"><canvas class="motif" width=${SHOW} height=${SHOW}></canvas>
        <span class="disc">${icon(alert.icon, 78)}</span></div>
      <div class="words"><b class="head display">${alert.head}</b>${alert.tail ? html`<span class="tail">${alert.tail}</span>` : nothing}</div>
      ${player ? html`<span class="who ${other ? 'two' : ''}">${emblem(player.seat, 118)}${other ? emblem(other.seat, 118) : nothing}</span>` : nothing}
    </div>`;
  }

  override render(): TemplateResult {
    if (!this.face) return html``;
    const { current } = this;
    return html`<section aria-live="polite">${current ? keyed(current.key, this.#alert(current)) : nothing}</section>`;
  }
}
