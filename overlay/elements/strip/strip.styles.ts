import { css } from 'lit';

/** Laid out for 1920 by 160; everything readable lies on a plate of its own, whatever game runs below. */
export const stripStyles = css`
  :host {
    width: 1920px;
    height: 160px;
  }
  .strip {
    position: absolute;
    inset: 0;
  }
  .ribbon {
    position: absolute;
    inset: 62px auto auto 0;
    width: 1920px;
    height: 52px;
    overflow: hidden;
  }
  .ahead {
    fill: var(--ahead, #05060d);
    fill-opacity: 0.4;
  }
  .walked {
    fill: none;
    stroke: #ffd983;
    stroke-width: 5;
  }
  .edge {
    fill: none;
    stroke: var(--gold);
    stroke-width: 4;
  }
  .strip::before {
    content: '';
    position: absolute;
    inset: 59px auto auto 259px;
    width: 1322px;
    height: 58px;
    border: var(--edge, 3px solid var(--lead));
    background: var(--lead);
  }
  .end {
    position: absolute;
    top: 57px;
  }
  .tags li {
    --tag: 46px;
    position: absolute;
    inset: 5px auto auto 0;
    display: flex;
    gap: 4px;
    align-items: center;
    width: var(--w);
    height: var(--tag);
    padding: 0 6px 0 56px;
    transform: translateX(var(--x));
    transition: transform 0.8s var(--ease-hop);
    border: 2px solid var(--seat);
    border-radius: var(--round, 3px);
    outline: 2px solid var(--lead);
    background: var(--plate);
  }
  .tags .emblem {
    position: absolute;
    inset: -5px auto auto -2px;
  }
  /* On the lower edge of the tag: names need its width. */
  .tags .marks,
  .tags .lamps {
    position: absolute;
    right: 4px;
    bottom: -12px;
    gap: 2px;
  }
  .tags .mark {
    padding: 0 2px;
    font-size: 16px;
  }
  .tags .mark.is-war {
    padding: 0 6px;
  }
  .tags .lamp {
    padding: 2px;
    border-width: 1.5px;
  }
  .tags .name {
    min-width: 0;
    font-size: 23px;
    font-weight: 800;
  }
  .rank {
    position: absolute;
    inset: auto auto -5px 29px;
    min-width: 22px;
    border: 2px solid var(--gold-line);
    border-radius: 11px;
    background: var(--plate);
    color: var(--gold-hi);
    font-size: 20px;
    line-height: 20px;
    text-align: center;
  }
  .zone {
    font: 800 22px var(--display);
    letter-spacing: 1px;
    text-anchor: middle;
    paint-order: stroke;
    stroke: var(--zone-edge, var(--lead));
    stroke-width: 5px;
    stroke-linejoin: round;
  }
  .tags li.acting {
    background: var(--active, linear-gradient(90deg, #5a430c, #2c2108));
  }
  .tags li.own {
    outline: 3px solid var(--gold-hi);
  }
  .road span {
    position: absolute;
    inset: 82px auto auto -17px;
    transform: translateX(var(--x));
    transition: transform 0.8s var(--ease-hop);
  }
  .turn,
  .asked {
    position: absolute;
    top: 6px;
    height: 148px;
    border: 3px solid var(--gold-line);
    border-radius: var(--round, 2px);
    outline: 2px solid var(--lead);
    background: var(--pane-fill, linear-gradient(#1a1f45, #0b0d1c));
  }
  .turn {
    left: 8px;
    width: 240px;
    padding: 6px 8px;
  }
  .who {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .who > div {
    min-width: 0;
  }
  .who .name {
    display: block;
    font-size: 28px;
    line-height: 1.1;
  }
  .said {
    display: block;
    overflow: hidden;
    color: var(--ink-2);
    font-size: 21px;
    font-weight: 700;
    line-height: 1.15;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .thrown {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    height: 76px;
  }
  .dice {
    height: 76px;
  }
  .sum {
    min-width: 56px;
    padding-left: 4px;
    font-size: 56px;
    line-height: 1;
    text-align: center;
    text-shadow: var(--glow, 0 0 14px #ffcf3f);
  }
  .asked {
    right: 8px;
    width: 312px;
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr);
    gap: 10px;
    align-items: center;
    justify-items: center;
    padding: 6px 10px;
    animation: come 0.4s var(--ease-out);
  }
  .asked > div {
    justify-self: stretch;
    min-width: 0;
  }
  .label {
    display: inline-block;
    max-width: 100%;
    overflow: hidden;
    padding: 0 10px 2px;
    background: var(--label-fill, linear-gradient(#ffe9a8, #e0a93a));
    color: var(--label-ink, #120b02);
    font-size: 20px;
    font-weight: 850;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin: 3px 0;
    color: var(--gold-hi);
    font-size: 26px;
    font-weight: 850;
    line-height: 1.05;
    overflow-wrap: anywhere;
  }
  .quiet .title {
    font-size: 32px;
  }
  .quiet .said {
    white-space: normal;
  }
  .line {
    position: absolute;
    inset: 124px 330px 4px 262px;
    display: flex;
  }
  .news {
    display: flex;
    gap: 8px;
    align-items: center;
    min-width: 0;
    height: 32px;
    padding: 0 14px 1px 4px;
    border-radius: var(--round, 2px);
    background: var(--plate);
    font-size: 22px;
    line-height: 30px;
    white-space: nowrap;
    animation: come 0.4s var(--ease-out);
  }
  .news b {
    font-weight: 800;
  }
  .news.good b {
    color: var(--good);
  }
  .news.bad b {
    color: var(--bad);
  }
  .news span {
    overflow: hidden;
    color: var(--ink-2);
    text-overflow: ellipsis;
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }

  :host([narrow]) {
    width: 720px;
    height: 330px;
  }
  :host([narrow]) .ribbon {
    width: 720px;
  }
  :host([narrow]) .strip::before {
    left: 13px;
    width: 694px;
  }
  :host([narrow]) .end {
    display: none;
  }
  :host([narrow]) .tags .name {
    display: none;
  }
  :host([narrow]) .tags li {
    padding: 0 4px 0 50px;
  }
  :host([narrow]) .turn,
  :host([narrow]) .asked {
    top: 172px;
  }
  :host([narrow]) .turn {
    width: 330px;
  }
  :host([narrow]) .asked {
    width: 358px;
  }
  :host([narrow]) .line {
    inset: 126px 8px auto 8px;
  }
  :host([narrow]) .news {
    font-size: 26px;
    height: 36px;
  }
`;
