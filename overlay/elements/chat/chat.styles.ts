import { css } from 'lit';

export const chatStyles = css`
  :host {
    font-size: 18px;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 8px;
    height: 100%;
    min-height: 0;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: flex-end;
  }
  .who select,
  .who button,
  .who input {
    min-width: 0;
    min-height: 36px;
    padding-block: 2px;
    padding-inline: 8px;
    font-size: 17px;
  }
  .pick {
    display: grid;
    gap: 2px;
    min-width: 0;
    color: var(--ink-2);
    font-size: 15px;
    line-height: 1.15;
  }
  .channel {
    flex: 1 1 110px;
  }
  .own {
    display: flex;
    flex: 1 1 100%;
    gap: 8px;
    align-items: center;
    color: var(--ink-2);
  }
  .own input {
    flex: 1;
  }
  /* A question of many words scrolls by itself; it never takes the whole column. */
  msig-question {
    flex: none;
  }
  .lines {
    position: relative;
    flex: 1;
    min-height: 170px;
    overflow: hidden auto;
    padding: 8px 10px;
    border: 2px solid var(--gold-lo);
    background: var(--plate);
    scrollbar-color: var(--gold-lo) transparent;
  }
  .lines li {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    padding: 4px 0;
  }
  .lines p {
    min-width: 0;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .lines b {
    color: var(--gold-hi);
    font-weight: 800;
    unicode-bidi: isolate;
  }
  .lines span {
    display: block;
    font-weight: 600;
    unicode-bidi: plaintext;
  }
  .lines small {
    color: var(--ink-2);
    font-size: 14px;
  }
  .lines .game {
    margin-left: 18px;
    padding-left: 8px;
    border-left: 3px solid var(--gold-line);
  }
  .lines .viewer b {
    color: #a9d8ff;
  }
  .lines .helper b {
    color: var(--good);
  }
  .lines .empty {
    color: var(--ink-2);
  }
  .typed {
    font-style: normal;
    white-space: nowrap;
  }
  .refusal {
    color: var(--bad);
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .refusal:empty {
    display: none;
  }
  form {
    display: flex;
    gap: 8px;
  }
  form input {
    flex: 1;
    min-width: 0;
    border-color: var(--gold-line);
    font-size: 20px;
  }
  .quick {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 6px;
  }
  .quick button {
    min-height: 40px;
    padding: 2px 4px;
    font-size: 16px;
    line-height: 1.05;
  }
  @media (max-height: 800px) {
    .quick button {
      min-height: 34px;
    }
    form > * {
      min-height: 38px;
    }
    /* A question takes the room of the second row. */
    msig-question:not([hidden]) ~ .quick button:nth-child(n + 5) {
      display: none;
    }
  }
  @media (max-width: 480px) {
    .quick {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .quick button {
      min-height: 44px;
    }
  }
`;
