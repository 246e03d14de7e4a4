import { css } from 'lit';

export const linksStyles = css`
  :host {
    font-size: 18px;
  }
  header {
    margin-bottom: 16px;
  }
  h1 {
    margin: 0;
    color: var(--gold-hi);
    font-size: 44px;
    line-height: 1.1;
  }
  h2 {
    color: var(--gold-hi);
    font-size: 26px;
    line-height: 1.1;
  }
  header p,
  .ending p,
  .size {
    color: var(--ink-2);
    line-height: 1.25;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(340px, 430px) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  .right {
    display: grid;
    gap: 16px;
    min-width: 0;
  }
  .card {
    padding: 16px 18px;
    border: 3px solid var(--gold-line);
    outline: 2px solid var(--lead);
    background: var(--pane-fill, linear-gradient(#1a1f45, #0e1126 40%, #090b19));
  }
  .sources {
    display: grid;
    gap: 6px;
    padding: 12px;
  }
  .sources li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 6px;
  }
  .source {
    display: grid;
    padding-block: 4px;
    text-align: left;
  }
  .source:not([aria-pressed='true']) {
    border-color: var(--hair, #ffffff22);
    background: var(--plate);
  }
  .source b {
    font-size: 19px;
    font-weight: 800;
  }
  .source small {
    color: var(--ink-2);
    font-size: 15px;
    font-weight: 600;
  }
  .chosen {
    display: grid;
    gap: 12px;
  }
  .options {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(170px, 1fr));
    gap: 10px 12px;
    align-items: end;
  }
  .options label {
    display: grid;
    gap: 3px;
    min-width: 0;
    color: var(--ink-2);
    font-size: 16px;
    line-height: 1.15;
  }
  .options select {
    width: 100%;
    min-width: 0;
  }
  .options .check {
    grid-template-columns: auto 1fr;
    gap: 10px;
    align-items: center;
    min-height: 44px;
    color: var(--ink);
    font-size: 18px;
  }
  .check input {
    width: 24px;
    height: 24px;
    min-height: 0;
    margin: 0;
    accent-color: var(--gold);
  }
  /* As large as there is room for, whatever the source's own size; under it something like a game. */
  .preview {
    position: relative;
    width: min(100%, calc(430px * var(--ratio)));
    margin-inline: auto;
    aspect-ratio: var(--ratio);
    overflow: hidden;
    border: 1px solid var(--gold-lo);
    background:
      repeating-linear-gradient(135deg, #ffffff12 0 14px, #0000 14px 28px),
      linear-gradient(135deg, #5d8ea8, #47663f 55%, #1a2413);
  }
  iframe {
    display: block;
    width: var(--w);
    height: var(--h);
    border: 0;
    transform: scale(var(--by, 0.3));
    transform-origin: 0 0;
  }
  .take {
    display: flex;
    gap: 10px;
    align-items: stretch;
  }
  code {
    flex: 1;
    min-width: 0;
    padding: 9px 12px;
    border: 2px solid var(--gold-lo);
    background: var(--plate);
    color: var(--ink-2);
    font: 15px/1.35 ui-monospace, monospace;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .take button {
    min-width: 120px;
    font-size: 20px;
  }
  .ending {
    display: flex;
    gap: 10px 20px;
    align-items: center;
    justify-content: space-between;
  }
  .ending > div {
    flex: 1;
  }
  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .said {
    position: sticky;
    z-index: 2;
    bottom: 12px;
    width: fit-content;
    margin: 12px auto 0;
    padding: 8px 18px;
    border: 2px solid var(--gold-hi);
    background: var(--plate);
  }
  .said:empty {
    display: none;
  }
  @media (max-width: 900px) {
    h1 {
      font-size: 34px;
    }
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
    .ending,
    .take {
      flex-direction: column;
      align-items: stretch;
    }
    .card {
      padding: 12px;
    }
    .options {
      grid-template-columns: repeat(auto-fill, minmax(130px, 1fr));
    }
  }
`;
