import { css } from 'lit';

/** The scene's own pixels: 1280 across, or 400 upright; pages scale it as one piece. */
export const fightStyles = css`
  :host {
    width: 1280px;
    height: 720px;
  }
  :host([shape='tall']) {
    height: 887px;
  }
  :host([shape='upright']) {
    width: 400px;
    height: 860px;
  }
  .fight {
    position: absolute;
    inset: 20px 24px;
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  .quiet {
    position: absolute;
    inset: 0;
  }
  header {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    gap: 20px;
    align-items: center;
    height: 106px;
    flex: none;
  }
  .side {
    display: flex;
    gap: 14px;
    align-items: center;
    min-width: 0;
  }
  .who {
    flex: 1;
    min-width: 0;
  }
  .who .name {
    display: block;
    min-width: 0;
    font-size: 36px;
    line-height: 38px;
  }
  .title {
    display: flex;
    gap: 10px;
    align-items: baseline;
    justify-content: flex-end;
    min-width: 0;
  }
  .count {
    flex: none;
    color: var(--gold-hi);
    font-size: 30px;
  }
  .theirs {
    text-align: right;
  }
  .theirs .name {
    color: var(--bad);
  }
  .hp {
    display: flex;
    gap: 12px;
    align-items: center;
    font-size: 24px;
    font-weight: 850;
    line-height: 28px;
  }
  .hp .meter {
    flex: 1;
    height: 20px;
  }
  .theirs .meter > i {
    transform-origin: 100% 50%;
    background: linear-gradient(#ffb6d8, #f04a94 55%, #8a0f4d);
  }
  .under-hp {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 38px;
  }
  .theirs .under-hp {
    justify-content: flex-end;
  }
  .facts {
    overflow: hidden;
    color: var(--ink-2);
    font-size: 21px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .statuses {
    display: flex;
    flex: none;
    gap: 4px;
  }
  .statuses li {
    position: relative;
  }
  .statuses b {
    position: absolute;
    inset: auto -4px -4px auto;
    min-width: 17px;
    border-radius: var(--round, 3px);
    background: var(--plate);
    color: var(--ink);
    font-size: 16px;
    font-weight: 850;
    line-height: 17px;
    text-align: center;
  }
  .more {
    align-self: center;
    padding: 0 4px;
    color: var(--ink-2);
    font-size: 20px;
    font-weight: 800;
  }
  .middle {
    display: grid;
    justify-items: center;
    min-width: 150px;
  }
  .clock {
    display: flex;
    flex-direction: column;
    align-items: center;
    color: var(--ink-2);
    font-size: 20px;
  }
  .round {
    color: var(--gold-hi);
    font-size: 24px;
    line-height: 26px;
    white-space: nowrap;
  }
  .clock > .round:first-child {
    font-size: 34px;
    line-height: 40px;
  }
  .waves {
    color: var(--ink);
    font-size: 20px;
    font-weight: 800;
    line-height: 22px;
    white-space: nowrap;
  }
  .log {
    display: flex;
    gap: 16px;
    align-items: center;
    justify-content: space-between;
    height: 42px;
    flex: none;
    overflow: hidden;
    font-size: 22px;
    line-height: 26px;
  }
  .log ul {
    display: flex;
    gap: 26px;
    min-width: 0;
    overflow: hidden;
  }
  .log li {
    position: relative;
    padding-left: 22px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .log li:last-child {
    flex: none;
    max-width: 100%;
  }
  .log li::before {
    content: '';
    position: absolute;
    inset: 8px auto auto 2px;
    border: 6px solid #0000;
    border-width: 9px 6px 0;
    border-top-color: var(--bad);
  }
  .log li.own::before {
    inset: 7px auto auto 2px;
    width: 11px;
    height: 11px;
    border: 0;
    background: var(--good);
    transform: rotate(45deg);
  }
  .warn {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
    padding: 4px 14px 5px 10px;
    border: 2px solid var(--bad-fill);
    border-radius: var(--round, 2px);
    background: var(--plate);
    color: var(--bad);
    font-weight: 750;
    white-space: nowrap;
  }
  .orders {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    grid-template-rows: minmax(0, 1fr);
    gap: 8px;
    flex: 1;
    min-height: 0;
  }
  .orders li {
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) / 34px minmax(0, 1fr);
    gap: 0 6px;
    overflow: hidden;
    align-items: center;
    padding: 6px 8px;
    border: 3px solid var(--option, #5b67b8);
    border-radius: var(--round, 2px);
    background: var(--plate);
  }
  .orders li.drawn {
    border-color: var(--gold-hi);
    background: var(--active, linear-gradient(90deg, #5a430c, #2c2108));
  }
  .orders li.shut {
    border-style: dashed;
    border-color: var(--gold-lo);
  }
  .orders li.shut .typed {
    color: var(--ink-2);
  }
  .typed {
    overflow: hidden;
    color: var(--ink);
    font-size: var(--typed-size, 23px);
    font-weight: 850;
    line-height: 1.05;
    text-overflow: ellipsis;
  }
  .orders span {
    grid-column: 1 / -1;
    display: -webkit-box;
    overflow: hidden;
    color: var(--ink-2);
    font-size: 19px;
    line-height: 1.08;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .asked {
    display: flex;
    gap: 20px;
    align-items: center;
    flex: 1;
    min-height: 0;
  }
  .asked p {
    flex: none;
    max-width: 30%;
  }
  .asked p b {
    display: block;
    color: var(--gold-hi);
    font-size: 32px;
    line-height: 1.05;
  }
  .asked p span {
    color: var(--ink-2);
    font-size: 21px;
  }
  .asked ol {
    display: grid;
    flex: 1;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 10px;
    align-self: stretch;
  }
  .asked li {
    position: relative;
    display: flex;
    gap: 12px;
    align-items: center;
    overflow: hidden;
    padding: 6px 14px;
    border: 3px solid var(--option, #5b67b8);
    border-radius: var(--round, 2px);
    background: var(--plate);
    font-size: 24px;
    line-height: 1.05;
  }
  .asked li::before {
    content: '';
    position: absolute;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    transition: transform 0.3s var(--ease-out);
    background: var(--bar, #24306e);
  }
  .asked li.leads {
    border-color: var(--gold-hi);
  }
  .asked li.leads::before {
    background: var(--bar-leads, #6a4d08);
  }
  .asked li > * {
    position: relative;
  }
  .asked li span {
    flex: 1;
    min-width: 0;
  }
  .asked i {
    font-style: normal;
    font-weight: 850;
  }
  .key {
    flex: none;
    min-width: 42px;
    padding: 0 8px 3px;
    border: 2px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--key, #e9e4ff);
    color: var(--key-ink, #0a0614);
    font-size: 30px;
    line-height: 1.1;
    text-align: center;
  }
`;
