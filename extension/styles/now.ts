/** The view of what is asked now: votes, trials, numbers. */
import { css } from 'lit';

export const nowStyles = css`
  .ask {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .ask > div {
    display: grid;
    flex: 1;
    gap: 3px;
    min-width: 0;
  }
  .vote {
    border-color: var(--accent);
  }
  .line {
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .calm {
    justify-items: center;
    padding-block: 14px;
    text-align: center;
  }
  .calm h2 {
    color: var(--accent);
    font-family: var(--display);
    font-size: 21px;
  }
  .calm p {
    color: var(--ink-2);
  }
  .seconds {
    min-width: 38px;
    padding: 2px 6px;
    border: 1.5px solid var(--line);
    border-radius: 4px;
    font-size: 18px;
    text-align: center;
  }
  .plain {
    display: grid;
    gap: 3px;
    padding-left: 20px;
    list-style: decimal;
  }
  .options {
    display: grid;
    gap: 5px;
  }
  .options button {
    position: relative;
    display: flex;
    gap: 8px;
    align-items: center;
    width: 100%;
    min-height: 40px;
    padding: 4px 8px;
    overflow: hidden;
    text-align: left;
    isolation: isolate;
  }
  .options button::before {
    content: '';
    position: absolute;
    z-index: -1;
    inset: 0;
    transform: scaleX(var(--share, 0));
    transform-origin: 0 50%;
    background: var(--fill);
    transition: transform 0.4s var(--ease-out);
  }
  .options button[aria-pressed='true'] {
    border: 2.5px solid var(--accent);
  }
  .options .text {
    flex: 1;
    min-width: 0;
    line-height: 1.12;
    overflow-wrap: anywhere;
  }
  .options .text em {
    font-size: 13px;
  }
  .share {
    font-weight: 850;
  }
  kbd {
    flex: none;
    min-width: 24px;
    padding: 1px 6px;
    border-radius: 2px;
    background: var(--ink);
    color: var(--ground);
    font: 850 16px/1.25 var(--text);
    text-align: center;
  }
  .number {
    display: flex;
    flex-wrap: wrap;
    gap: 7px;
    align-items: end;
  }
  .number label {
    display: grid;
    flex: 1;
    gap: 2px;
    font-size: 14px;
  }
  .number input {
    width: 100%;
    min-width: 90px;
  }
`;
