import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { number } from '../../texts/plural.ts';
import { common } from '../common.styles.ts';

interface Row {
  readonly place: number;
  readonly who: string;
  readonly points: number;
  readonly wins: number;
  readonly games: number;
}

const WORDS = {
  ru: { title: 'Сезон', place: 'Место', who: 'Имя', points: 'Очки', wins: 'Победы', games: 'Игры' },
  en: { title: 'Season', place: 'Place', who: 'Name', points: 'Points', wins: 'Wins', games: 'Games' },
} as const;

const styles = css`
  :host {
    display: block;
  }
  :host([empty]) {
    display: none;
  }
  h2 {
    margin: 24px 0 8px;
    color: var(--gold-hi);
    font-size: 40px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 8px 14px;
    border-top: 1px solid var(--hair, #ffffff22);
    text-align: right;
  }
  thead th {
    border-top: 0;
    color: var(--gold);
    font-size: 20px;
  }
  th:nth-child(2) {
    text-align: left;
    overflow-wrap: anywhere;
  }
`;

/** Points over the finished games of the host; nothing is shown before the first. */
export class SeasonElement extends LitElement {
  static override properties: PropertyDeclarations = { lang: { type: String }, rows: { attribute: false } };
  static override styles = [common, styles];
  declare lang: 'ru' | 'en';
  declare rows: readonly Row[];

  constructor() {
    super();
    this.lang = 'en';
    this.rows = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  /** Asks the host; a page without an answer has no season, and goes on. */
  async load(): Promise<void> {
    const response = await fetch('/api/seasons/table').catch(() => null);
    if (!response?.ok) return;
    const { rows } = (await response.json()) as { rows: readonly Row[] };
    this.rows = rows;
  }

  protected override updated(): void {
    this.toggleAttribute('empty', this.rows.length === 0);
  }

  override render(): TemplateResult | typeof nothing {
    const { rows, lang } = this;
    if (rows.length === 0) return nothing;
    const words = WORDS[lang];
    const columns = ['place', 'who', 'points', 'wins', 'games'] as const;
    const row = ({ place, who, points, wins, games }: Row) => html`<tr>
      <td>${place}</td><th scope="row" dir="auto">${who}</th>
      ${[points, wins, games].map((one) => html`<td>${number(lang, one)}</td>`)}
    </tr>`;
    return html`<section aria-label=${words.title}>
      <h2 class="display">${words.title}</h2>
      <table>
        <thead><tr>${columns.map((name) => html`<th scope="col">${words[name]}</th>`)}</tr></thead>
        <tbody>${rows.map(row)}</tbody>
      </table>
    </section>`;
  }
}
