/** The view of the viewer and the bag: items, helpers, products, what was told. */
import { css } from 'lit';

export const bagStyles = css`
  .bag h3,
  .told h3 {
    margin-bottom: 3px;
    color: var(--accent);
    font: 800 16px/1.1 var(--display);
  }
  .told ul {
    display: grid;
    gap: 3px;
  }
  .told li {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 7px;
    align-items: center;
    font-size: 14px;
    line-height: 1.2;
  }
  .told li > span:not(.tick):not(.cross) {
    flex: 1;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .told small {
    color: var(--ink-2);
    font-size: 13px;
  }
  .tick {
    color: var(--good-ink);
    font-weight: 900;
  }
  .cross {
    color: var(--bad-ink);
    font-weight: 900;
  }
  .bag {
    display: grid;
    gap: 6px;
  }
  .sums {
    display: flex;
    justify-content: space-between;
    color: var(--ink-2);
  }
  .sums b {
    color: var(--accent);
  }
  .dice {
    display: flex;
    gap: 6px;
    align-items: center;
  }
  .dice span {
    flex: 1;
    color: var(--ink-2);
  }
  .dice b {
    padding: 0 7px 1px;
    border: 1.5px solid var(--line);
    border-radius: 3px;
  }
  .items {
    display: grid;
    gap: 4px;
  }
  .items > li {
    border-left: 4px solid var(--rarity-common);
    border-radius: 4px;
    background: var(--card);
  }
  .items > .uncommon {
    border-color: var(--rarity-uncommon);
  }
  .items > .rare {
    border-color: var(--rarity-rare);
  }
  .items > .epic {
    border-color: var(--rarity-epic);
  }
  .items > .legendary {
    border-color: var(--rarity-legendary);
  }
  .effects {
    display: grid;
    gap: 6px;
  }
  .effects li {
    display: flex;
    gap: 9px;
    align-items: center;
    padding-inline: 6px;
  }
  .plate {
    display: flex;
    gap: 9px;
    align-items: center;
    width: 100%;
    padding: 4px 8px 4px 6px;
    border: 0;
    background: none;
    color: var(--ink);
    text-align: left;
  }
  .words {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.15;
  }
  .words small {
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 600;
  }
  .hand {
    color: var(--accent);
  }
  .notes {
    display: grid;
    gap: 6px;
    padding: 0 10px 9px 10px;
    line-height: 1.25;
  }
  .flavor {
    color: var(--ink-2);
    font-style: italic;
    font-size: 14px;
  }
  .aim,
  .rivals {
    display: grid;
    gap: 5px;
  }
  .rivals {
    grid-template-columns: 1fr 1fr;
  }
  .rivals button {
    display: flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
    padding: 3px 6px;
  }
  .bits ul {
    display: grid;
    gap: 7px;
  }
  .bits li {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .bits button {
    flex: none;
  }
`;
