import { css } from 'lit';

/** The card beside a stream: over the strip's right pane, or over the lower part of a corner's card. */
export const smallStyles = css`
  :host {
    width: 340px;
    height: 148px;
  }
  .card {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template-columns: 116px minmax(0, 1fr);
    gap: 8px;
    padding: 6px 10px;
    border: 3px solid var(--gold-line);
    outline: 2px solid var(--lead);
    border-radius: var(--round, 2px);
    background: var(--pane-fill, linear-gradient(#2a1530, #0b0d1c));
    font-size: 20px;
    animation: slide 0.4s var(--ease-out);
  }
  @keyframes slide {
    from {
      opacity: 0;
      transform: translateY(14px);
    }
  }
  .art {
    position: relative;
  }
  .art .enemy {
    position: absolute;
    bottom: -4px;
    left: 50%;
    transform: translateX(-50%);
  }
  .enemy .halo {
    stroke: var(--halo, #05060d);
  }
  .enemy .shade {
    fill: #000;
    fill-opacity: 0.4;
  }
  .told {
    display: flex;
    flex-direction: column;
    justify-content: center;
    min-width: 0;
    line-height: 1.15;
  }
  .title {
    display: flex;
    gap: 6px;
    font-size: 24px;
    font-weight: 850;
  }
  .count {
    color: var(--gold-hi);
  }
  .hp {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 8px;
    align-items: center;
    font-weight: 850;
  }
  .hp .meter {
    height: 14px;
  }
  .hp .meter > i {
    background: linear-gradient(#ffb6d8, #f04a94 55%, #8a0f4d);
  }
  .next {
    overflow: hidden;
    color: var(--bad);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .next span {
    color: var(--ink-2);
  }
  .lanes {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 3px;
    margin-top: 4px;
  }
  .lanes li {
    overflow: hidden;
    border: 2px solid var(--gold-lo);
    background: var(--plate);
    color: var(--ink-2);
    font-size: 16px;
    font-weight: 800;
    line-height: 22px;
    text-align: center;
  }
  .lanes li.struck {
    border-color: var(--struck, #ff5a36);
    background: repeating-linear-gradient(135deg, #7a1d0c 0 7px, #2a0d0a 7px 14px);
    color: #fff;
  }
  .lanes li.here span {
    border-bottom: 3px solid currentColor;
  }
  .lanes li.here {
    outline: 2px solid var(--ink);
    outline-offset: -4px;
  }
  :host([format='corner']) {
    width: 388px;
    height: 128px;
  }
`;
