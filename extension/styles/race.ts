/** The view of the race: the strip of the way and the table. */
import { css } from 'lit';

export const raceStyles = css`
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
  .bonds ul,
  .fight ul {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .bonds li {
    display: flex;
    gap: 6px;
    align-items: center;
    min-width: 0;
  }
  .bonds li span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bonds em {
    flex: none;
    color: var(--accent);
    font-style: normal;
  }
  .fight li {
    display: grid;
    gap: 2px 8px;
    grid-template-columns: 1fr 90px;
    align-items: center;
  }
  .fight small {
    grid-column: 1 / -1;
    color: var(--ink-2);
  }
`;
