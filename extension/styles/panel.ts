/** What surrounds the views of the panel: the head, the tabs, what it says, and what stands where nothing is yet. */
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
