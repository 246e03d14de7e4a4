import { css } from 'lit';

export const talkStyles = css`
  :host {
    width: 100%;
    height: 100%;
    overflow: hidden;
    font-size: 26px;
  }
  section {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  ol {
    position: absolute;
    inset: auto 0 0;
    display: grid;
    gap: 7px;
    justify-items: start;
    max-width: 760px;
    padding: 10px;
  }
  li {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    max-width: 100%;
    padding: 5px 14px 7px 8px;
    border-left: 6px solid var(--seat, var(--gold));
    border-radius: var(--round, 2px);
    background: var(--plate-clear, #070814e8);
    animation: come 0.35s var(--ease-out);
  }
  li p {
    min-width: 0;
    padding-top: 6px;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .from {
    color: var(--gold-hi);
    font-weight: 850;
    unicode-bidi: isolate;
  }
  .viewer .from {
    color: var(--viewer, #a9d8ff);
  }
  .helper .from {
    color: var(--good);
  }
  .game {
    margin-left: 34px;
    border-left-style: double;
  }
  .game span {
    color: var(--ink-2);
  }
  span {
    unicode-bidi: plaintext;
  }
  .typed {
    font-style: normal;
    font-weight: 850;
    white-space: nowrap;
  }
  .empty {
    position: absolute;
    inset: auto auto 12px 12px;
    padding: 5px 14px 7px;
    background: var(--plate-clear, #070814e8);
    color: var(--ink-2);
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
`;
