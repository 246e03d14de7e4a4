import { css } from 'lit';

export const chatStyles = css`
  :host {
    font-size: 18px;
  }
  section {
    display: flex;
    flex-direction: column;
    gap: 10px;
    height: 100%;
    min-height: 0;
  }
  h2 {
    color: var(--gold-hi);
    font-size: 24px;
    letter-spacing: 1px;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: center;
  }
  header button {
    min-height: 34px;
    padding-block: 2px;
    font-size: 16px;
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 12px;
    align-items: end;
  }
  .roles {
    display: flex;
    flex: 1 1 260px;
  }
  .roles button {
    flex: 1;
    padding-inline: 6px;
    border-radius: 0;
  }
  .roles button + button {
    border-left-width: 0;
  }
  .who label {
    display: grid;
    flex: 1 1 130px;
    gap: 2px;
    min-width: 0;
    color: var(--ink-2);
    font-size: 15px;
  }
  .who select,
  .who input {
    width: 100%;
    min-width: 0;
  }
  .lines {
    position: relative;
    flex: 1;
    min-height: 150px;
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
  .answer {
    min-height: 1.25em;
    color: var(--good);
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .answer.bad {
    color: var(--bad);
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
    grid-template-columns: repeat(auto-fill, minmax(104px, 1fr));
    gap: 8px;
  }
  .quick small {
    display: block;
    overflow: hidden;
    color: var(--gold-hi);
    font-size: 15px;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .quick button {
    overflow: hidden;
    min-height: 52px;
    padding-inline: 6px;
  }
`;
