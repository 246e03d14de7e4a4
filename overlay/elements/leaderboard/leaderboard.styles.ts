import { css } from 'lit';

export const lancetStyles = css`
  .lancet {
    position: absolute;
    inset: 0;
  }
  .waiting {
    position: absolute;
    inset: 45% 20px auto;
    color: var(--ink-2);
    text-align: center;
  }
  .crest {
    position: absolute;
    inset: 32px 0 auto;
    display: grid;
    justify-items: center;
    text-align: center;
  }
  .crest b {
    color: var(--gold-hi);
    font-size: 56px;
    line-height: 0.95;
    letter-spacing: 5px;
    text-indent: 5px;
  }
  .crest > span {
    margin-top: 4px;
    color: var(--ink-2);
    font-size: 21px;
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: 1px;
  }
  .rows {
    position: absolute;
    inset: 196px 14px 20px;
    --height: calc(816px / var(--rows));
  }
  .rows li {
    position: absolute;
    inset: 0 0 auto;
    height: min(var(--height), 204px);
    transform: translateY(calc(var(--row) * 100%));
    transition: transform 0.7s var(--ease-hop);
    display: grid;
    grid-template-columns: 34px 74px minmax(0, 1fr);
    column-gap: 6px;
    align-items: center;
    border-top: 1px solid var(--hair, #ffffff22);
  }
  .rows li.acting::before {
    content: '';
    position: absolute;
    inset: 3px -8px;
    border: 2px solid var(--gold);
    border-left-width: 7px;
    border-radius: 5px;
    background: linear-gradient(90deg, var(--acting, #f5c51830), #f5c51808);
  }
  .rows li > * {
    position: relative;
  }
  .rank {
    color: var(--gold);
    font-size: 38px;
    line-height: 1;
    text-align: center;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .top .name {
    min-width: 0;
    font-size: var(--type-list);
    font-weight: 800;
    line-height: 1.1;
  }
  .lost {
    color: var(--warn);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 6px;
    height: 31px;
    margin-top: 2px;
  }
  .cells {
    color: var(--zone);
    font-size: 20px;
    line-height: 1;
  }
  .cells b {
    font-size: 22px;
    font-weight: 850;
  }
  .cells i {
    font-style: normal;
  }
  /* Where one row's signs need the room, no row says how long the road is. */
  .rows:has(.line > .lamps, .line .mark + .mark, .line > .marks ~ .effects, .badge + *) .cells i {
    display: none;
  }
  /* Who is in the super game stands at the finish: the rose gives its room to what is on them. */
  .line:has(> .lamps ~ .effects) > svg:first-child {
    display: none;
  }
  .effects {
    display: flex;
    align-items: center;
    gap: 1px;
    margin-left: auto;
  }
  .more {
    font-size: 20px;
    font-weight: 800;
  }
  .line + .meter {
    margin-top: 5px;
  }
  .roomy li {
    grid-template-columns: 32px 88px minmax(0, 1fr);
    column-gap: 8px;
  }
  .roomy .emblem {
    width: 88px;
    height: 88px;
  }
  .roomy .top .name {
    font-size: 31px;
  }
  .roomy .line {
    flex-wrap: wrap;
    height: auto;
    min-height: 31px;
  }
  .roomy .meter {
    height: 16px;
  }
  .figures {
    display: flex;
    gap: 12px;
    align-items: center;
    justify-content: space-between;
    margin-top: 8px;
    font-size: 22px;
    line-height: 1;
  }
  .figures > * {
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .figures b {
    font-weight: 850;
  }
  .figures svg {
    color: var(--gold);
  }
`;
