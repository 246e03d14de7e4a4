import { css } from 'lit';

/** Two sides with crossed swords between them. */
export const versusStyles = css`
  .versus {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
    gap: 8px;
    align-items: center;
    margin-top: 6px;
    color: var(--bad);
  }
  .versus.duel {
    color: var(--gold-hi);
  }
  .side {
    display: grid;
    justify-items: center;
    min-width: 0;
    color: var(--ink);
    text-align: center;
  }
  .side .name {
    max-width: 100%;
    overflow: hidden;
    font-size: 21px;
    line-height: 1.15;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .side b {
    margin-top: 2px;
    padding: 0 8px 1px;
    border: 2px dashed var(--gold-lo);
    background: var(--plate);
    color: var(--ink-2);
    font-size: 19px;
    line-height: 1.15;
  }
  .options .both i {
    inset: 0 0 50%;
    opacity: 0.55;
  }
  .options .both i + i {
    inset: 50% 0 0;
  }
  .options .both s {
    margin: 0 4px;
    color: var(--ink-2);
    text-decoration: none;
  }
  .side.known b {
    border-style: solid;
    border-color: var(--gold-hi);
    color: var(--gold-hi);
  }
`;
