import { LeaderboardElement } from './leaderboard.element.ts';

customElements.define('msig-leaderboard', LeaderboardElement);

declare global {
  interface HTMLElementTagNameMap {
    'msig-leaderboard': LeaderboardElement;
  }
}
