import { css } from 'lit';

export const bagStyles = css`
  :host {
    font-size: 18px;
  }
  header {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
    margin-bottom: 8px;
    color: var(--ink-2);
  }
  h2,
  h3 {
    color: var(--gold-hi);
    font-size: 24px;
    letter-spacing: 1px;
  }
  h3 {
    margin: 14px 0 6px;
    font-size: 21px;
  }
  .dice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    margin-bottom: 8px;
    color: var(--ink-2);
  }
  .dice b {
    padding: 1px 10px 2px;
    border: 2px solid var(--gold-line);
    background: var(--plate);
    color: var(--gold-hi);
  }
  .empty {
    color: var(--ink-2);
  }
  .items {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
    gap: 8px;
  }
  .item {
    --edge: var(--rarity-common);
    position: relative;
  }
  .item.uncommon {
    --edge: var(--rarity-uncommon);
  }
  .item.rare {
    --edge: var(--rarity-rare);
  }
  .item.epic {
    --edge: var(--rarity-epic);
  }
  .item.legendary {
    --edge: var(--rarity-legendary);
  }
  .item.open {
    grid-column: 1 / -1;
  }
  .shelf {
    margin-bottom: 12px;
    padding: 8px 10px 10px;
    border: 2px solid #2fd08f;
    background: #0b2a22;
  }
  .shelf h3 {
    margin-top: 0;
  }
  .shelf .plate {
    flex-wrap: wrap;
  }
  .shelf .words {
    flex: 1 1 120px;
  }
  .shelf .name {
    white-space: normal;
  }
  .sell {
    width: 100%;
    min-height: 34px;
    margin-top: 3px;
    font-size: 16px;
  }
  .plate {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: 68px;
    padding: 4px 10px 4px 5px;
    border: 1.5px solid #ffffff24;
    border-left: 5px solid var(--edge);
    border-radius: 4px;
    background: var(--plate);
    text-align: left;
  }
  button.plate:hover {
    border-color: var(--edge);
  }
  .picture {
    position: relative;
  }
  .charges {
    position: absolute;
    right: -2px;
    bottom: -2px;
    min-width: 22px;
    border-radius: 3px;
    background: var(--gold-hi);
    color: #120b02;
    font-size: 18px;
    line-height: 22px;
    text-align: center;
  }
  .words {
    flex: 1;
    min-width: 0;
  }
  .words .name {
    display: block;
    font-size: 20px;
    font-weight: 800;
    line-height: 1.1;
  }
  .words small {
    display: block;
    overflow: hidden;
    color: var(--ink-2);
    font-size: 15px;
    line-height: 1.15;
  }
  .tip {
    position: absolute;
    z-index: 5;
    bottom: calc(100% + 6px);
    left: 0;
    display: none;
    width: min(340px, 84vw);
    padding: 12px 14px;
    border: 2px solid var(--edge);
    background: #05060df5;
    pointer-events: none;
  }
  .plate:hover + .tip,
  .plate:focus-visible + .tip {
    display: grid;
    gap: 4px;
  }
  .open .tip,
  .open .plate:hover + .tip,
  .open .plate:focus-visible + .tip {
    display: none;
  }
  .notes {
    display: grid;
    gap: 4px;
    padding: 12px 14px;
    border: 1.5px solid #ffffff24;
    border-top: 0;
    border-left: 5px solid var(--edge);
    background: #0a0c1c;
  }
  .note-name {
    font-size: 21px;
    font-weight: 850;
  }
  .notes .note-name {
    display: none;
  }
  .note-facts {
    color: var(--edge);
    font-size: 16px;
  }
  .note-line {
    font-size: 19px;
    font-weight: 750;
    line-height: 1.2;
  }
  .note-flavor {
    color: var(--gold-hi);
    font-size: 17px;
    line-height: 1.2;
  }
  .note-rule {
    color: var(--ink-2);
    font-size: 16px;
    line-height: 1.25;
  }
  .note-book {
    padding-top: 6px;
    border-top: 1px solid var(--gold-lo);
    color: var(--ink-2);
  }
  .deeds,
  .targets {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .targets button {
    display: flex;
    align-items: center;
    gap: 8px;
    max-width: 220px;
    padding: 2px 12px 2px 6px;
  }
  .aim {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-top: 6px;
  }
  .cell {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .cell input {
    width: 90px;
  }
`;
