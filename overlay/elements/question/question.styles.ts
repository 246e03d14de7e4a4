import { css } from 'lit';

export const questionStyles = css`
  :host {
    font-size: 18px;
  }
  section {
    display: grid;
    gap: 5px;
    max-height: 44vh;
    overflow: hidden auto;
    padding: 8px 10px;
    border: 2px solid var(--gold-hi);
    background: #2a2109;
    scrollbar-color: var(--gold-lo) transparent;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
  }
  .label {
    padding: 0 8px 1px;
    background: linear-gradient(#ffe9a8, #e0a93a);
    color: #120b02;
    font-size: 15px;
    font-weight: 850;
  }
  .title {
    flex: 1;
    min-width: 0;
    color: var(--gold-hi);
    font-weight: 800;
    line-height: 1.1;
  }
  .left {
    min-width: 34px;
    padding-inline: 4px;
    border: 2px solid var(--gold-line);
    background: var(--plate);
    font-weight: 850;
    text-align: center;
  }
  .line {
    font-weight: 700;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .how {
    color: var(--ink-2);
    font-size: 16px;
    line-height: 1.1;
  }
  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: 6px;
  }
  .answers button {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 38px;
    padding: 4px 8px;
    line-height: 1.08;
    text-align: left;
  }
  .answers span {
    min-width: 0;
    overflow-wrap: break-word;
  }
  .answers i {
    display: block;
    color: var(--ink-2);
    font-size: 15px;
    font-style: normal;
    font-weight: 500;
  }
  .answers button:disabled {
    opacity: 1;
    border-color: #ffffff3a;
    border-style: dashed;
    color: var(--ink-2);
  }
  kbd {
    flex: none;
    padding: 0 7px 1px;
    background: #efe7d2;
    color: #0b0d1a;
    font: 850 18px/1.2 var(--text);
  }
`;
