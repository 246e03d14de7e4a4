import { css } from 'lit';

export const configStyles = css`
  :host {
    display: grid;
    gap: 14px;
    max-width: 700px;
    margin: 0 auto;
    padding: 20px 24px 32px;
    font-size: 17px;
  }
  :host([live]) {
    gap: 10px;
    padding: 12px;
    font-size: 15px;
  }
  header {
    display: flex;
    gap: 16px;
    align-items: center;
  }
  header .display {
    color: var(--accent);
    font-size: 30px;
    line-height: 1.05;
  }
  :host([live]) header .display {
    font-size: 22px;
  }
  header p {
    color: var(--ink-2);
  }
  .rose {
    display: grid;
    flex: none;
    place-content: center;
    width: 66px;
    height: 66px;
    border: 2px solid var(--line);
    border-radius: 50%;
    background:
      radial-gradient(circle, var(--card) 54%, #0000 55%),
      repeating-conic-gradient(var(--glass-hell) 0 30deg, var(--glass-heaven) 0 60deg, var(--glass-forest) 0 90deg);
    color: var(--accent);
  }
  :host([live]) .rose {
    width: 48px;
    height: 48px;
  }
  :host([live]) .rose svg {
    width: 22px;
    height: 22px;
  }
  .card {
    gap: 10px;
    padding: 14px 16px 15px;
  }
  .card.ok {
    border-color: #5fb52a;
  }
  .card h2 {
    font-size: 20px;
  }
  .note {
    font-size: 15px;
  }
  .label {
    font-size: 14px;
  }
  .code {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: end;
  }
  .code label {
    display: grid;
    gap: 3px;
    color: var(--ink-2);
    font-size: 15px;
  }
  .code input {
    width: 220px;
    min-height: 44px;
    font: 800 22px/1 var(--text);
    letter-spacing: 0.08em;
    text-transform: uppercase;
  }
  .code input::placeholder {
    color: var(--ink-2);
    opacity: 0.75;
    font-weight: 600;
  }
  .code button {
    min-height: 44px;
    font-size: 17px;
  }
  .danger {
    border-color: #ff6a4a;
  }
  .switches {
    display: grid;
    gap: 12px;
  }
  .switches li {
    display: flex;
    gap: 14px;
    align-items: center;
  }
  .words {
    display: grid;
    flex: 1;
    gap: 1px;
    line-height: 1.2;
  }
  .words small {
    color: var(--ink-2);
    font-size: 0.86em;
  }
  .switch {
    position: relative;
    flex: none;
    width: 58px;
    min-height: 32px;
    padding: 0;
    border-radius: 16px;
    background: var(--track);
  }
  .switch i {
    position: absolute;
    inset: 3px auto 3px 4px;
    width: 23px;
    border-radius: 50%;
    background: var(--ink-2);
    transition: transform 0.18s var(--ease-out);
  }
  .switch[aria-checked='true'] {
    border-color: #5fb52a;
    background: #2f6a12;
  }
  .switch[aria-checked='true'] i {
    transform: translateX(25px);
    background: #f4ffe6;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th {
    color: var(--ink-2);
    font-size: 14px;
    text-align: left;
  }
  td,
  th {
    padding: 4px 8px;
    border-bottom: 1px solid var(--line);
  }
  th:last-child,
  td:last-child {
    text-align: right;
  }
  code {
    font: 600 15px/1.2 ui-monospace, monospace;
    user-select: all;
  }
  .said:empty {
    display: none;
  }
  .said p {
    padding: 8px 12px;
    border-left: 6px solid #5fb52a;
    border-radius: 4px;
    background: var(--card);
  }
  .said p.bad {
    border-color: #ff6a4a;
  }
`;
