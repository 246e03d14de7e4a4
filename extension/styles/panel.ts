import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    position: relative;
    height: 100vh;
    background:
      repeating-linear-gradient(58deg, var(--quarry) 0 1px, #0000 1px 26px),
      repeating-linear-gradient(-58deg, var(--quarry) 0 1px, #0000 1px 26px),
      var(--ground);
  }
  .top {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    padding: 7px 10px 6px;
    border-bottom: 2px solid var(--line);
    background: linear-gradient(var(--card-2), var(--card));
  }
  /* Room for the crown of whoever leads. */
  .top > svg {
    margin-top: 5px;
  }
  .top .who {
    flex: 1;
    min-width: 0;
  }
  .top h1 {
    font: 800 21px/1.05 var(--display);
  }
  .top p {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--ink-2);
    font-size: 14px;
    line-height: 1.2;
  }
  .dot {
    width: 10px;
    height: 10px;
    transform: rotate(45deg);
    border: 1px solid var(--line);
  }
  .forest {
    background: var(--glass-forest);
    fill: var(--glass-forest);
  }
  .crystal {
    background: var(--glass-crystal);
    fill: var(--glass-crystal);
  }
  .static {
    background: var(--glass-static);
    fill: var(--glass-static);
  }
  .hell {
    background: var(--glass-hell);
    fill: var(--glass-hell);
  }
  .heaven {
    background: var(--glass-heaven);
    fill: var(--glass-heaven);
  }
  .top .sum {
    display: grid;
    justify-items: end;
    max-width: 96px;
  }
  .sum b {
    color: var(--accent);
    font: 800 24px/1 var(--display);
    font-feature-settings: 'lnum';
  }
  .sum b small {
    font-size: 15px;
  }
  .sum span {
    color: var(--ink-2);
    font-size: 12.5px;
    line-height: 1.1;
    text-align: right;
  }
  main {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    align-content: start;
    min-height: 0;
    padding: 6px 9px 12px;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: var(--line) transparent;
  }
  main:focus-visible {
    outline-offset: -3px;
  }
  .strip svg {
    width: 100%;
    height: auto;
  }
  .strip .lead {
    fill: none;
    stroke: var(--line);
    stroke-width: 2;
  }
  .thread {
    fill: none;
    stroke: var(--ink-2);
    stroke-width: 1;
  }
  .spot {
    fill: #fffdf4;
    stroke: #05060d;
    stroke-width: 1;
  }
  .spot.own {
    fill: #ffcf3f;
  }
  .ask {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .ask > div {
    display: grid;
    flex: 1;
    gap: 3px;
    min-width: 0;
  }
  .vote {
    border-color: var(--accent);
  }
  .line {
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .calm {
    justify-items: center;
    padding-block: 14px;
    text-align: center;
  }
  .calm h2 {
    color: var(--accent);
    font-family: var(--display);
    font-size: 21px;
  }
  .calm p {
    color: var(--ink-2);
  }
  .seconds {
    min-width: 38px;
    padding: 2px 6px;
    border: 1.5px solid var(--line);
    border-radius: 4px;
    font-size: 18px;
    text-align: center;
  }
  .plain {
    display: grid;
    gap: 3px;
    padding-left: 20px;
    list-style: decimal;
  }
  .options {
    display: grid;
    gap: 5px;
  }
  .options button {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
    width: 100%;
    min-height: 40px;
    padding: 4px 8px;
    overflow: hidden;
    text-align: left;
    isolation: isolate;
  }
  .options button::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    background: var(--fill);
    transition: transform 0.4s var(--ease-out);
  }
  .options button[aria-pressed='true'] {
    border: 2.5px solid var(--accent);
  }
  .options .text {
    flex: 1;
    min-width: 0;
    line-height: 1.12;
    overflow-wrap: anywhere;
  }
  .options .text em {
    font-size: 13px;
  }
  .share {
    font-weight: 850;
  }
  kbd {
    flex: none;
    min-width: 24px;
    padding: 1px 6px;
    border-radius: 2px;
    background: var(--ink);
    color: var(--ground);
    font: 850 16px/1.25 var(--text);
    text-align: center;
  }
  .number {
    display: flex;
    flex-wrap: wrap;
    gap: 7px;
    align-items: end;
  }
  .number label {
    display: grid;
    flex: 1;
    gap: 2px;
    font-size: 14px;
  }
  .number input {
    width: 100%;
    min-width: 90px;
  }
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
  .table {
    display: grid;
    gap: 2px;
  }
  .table li {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 3px 6px;
    border: 1.5px solid #0000;
    border-radius: 4px;
  }
  .table li.own {
    border-color: var(--line);
    background: var(--card);
  }
  .place {
    width: 18px;
    color: var(--accent);
    font: 800 18px/1 var(--display);
    font-feature-settings: 'lnum';
    text-align: center;
  }
  .table .who {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.15;
  }
  .table small {
    color: var(--ink-2);
    font-size: 13px;
  }
  .table .right {
    display: grid;
    gap: 3px;
    justify-items: end;
    width: 52px;
  }
  .hp {
    position: relative;
    width: 52px;
    height: 6px;
    overflow: hidden;
    border-radius: 2px;
    background: var(--track);
  }
  .hp > i {
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    background: #5fb52a;
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
  .tabs {
    display: grid;
    flex: none;
    grid-template-columns: repeat(4, 1fr);
    border-top: 2px solid var(--line);
    background: var(--card);
  }
  .tabs button {
    position: relative;
    display: grid;
    gap: 1px;
    justify-items: center;
    min-height: 46px;
    padding: 4px 2px 3px;
    border: 0;
    border-radius: 0;
    background: none;
    color: var(--ink-2);
    font-size: 13px;
  }
  .tabs button[aria-selected='true'] {
    background: var(--card-2);
    box-shadow: inset 0 3px 0 var(--accent);
    color: var(--accent);
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
  }
  .mark {
    position: absolute;
    top: 5px;
    right: calc(50% - 20px);
    width: 10px;
    height: 10px;
    border: 2px solid var(--card);
    border-radius: 50%;
    background: #ff6a4a;
  }
  .said {
    position: absolute;
    z-index: 3;
    inset: auto 8px 54px;
    pointer-events: none;
  }
  .said p {
    padding: 8px 11px;
    border: 2px solid var(--line);
    border-left-width: 6px;
    border-radius: 4px;
    background: var(--ground);
    box-shadow: 0 3px 14px #0009;
    line-height: 1.22;
  }
  .said .good {
    border-color: #5fb52a;
  }
  .said .bad {
    border-color: #ff6a4a;
  }
  .notice {
    padding: 5px 10px;
    border-radius: 4px;
    background: var(--card-2);
    font-size: 14px;
  }
  .empty {
    display: grid;
    gap: 10px;
    place-content: center;
    justify-items: center;
    height: 100%;
    padding: 28px;
    text-align: center;
  }
  .empty .display {
    color: var(--accent);
    font-size: 23px;
    line-height: 1.1;
  }
  .empty p {
    color: var(--ink-2);
  }
  .rose {
    display: grid;
    place-content: center;
    width: 112px;
    height: 112px;
    border: 3px solid var(--line);
    border-radius: 50%;
    background:
      radial-gradient(circle, var(--card) 54%, #0000 55%),
      repeating-conic-gradient(var(--glass-hell) 0 30deg, var(--glass-heaven) 0 60deg, var(--glass-forest) 0 90deg);
    color: var(--accent);
  }
  .rose svg {
    width: 44px;
    height: 44px;
  }
`;
