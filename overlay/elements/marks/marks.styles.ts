import { css } from 'lit';

/** Plates of marks: every kind has a shape of its own, so that colour is never the only difference. */
export const marksStyles = css`
  .marks,
  .lamps {
    display: inline-flex;
    flex: none;
    gap: 4px;
    align-items: center;
  }
  .mark {
    display: inline-flex;
    gap: 2px;
    align-items: center;
    padding: 1px 3px;
    border: 2px solid var(--gold-lo);
    background: var(--plate);
    color: var(--ink);
    line-height: 1;
  }
  .mark.is-alliance {
    border: 3px double var(--good);
    border-radius: 99px;
    color: var(--good);
  }
  .mark.is-truce {
    border: 2px dashed var(--ink-2);
    border-radius: 99px;
  }
  .mark.is-tribute {
    border: 2px dotted var(--gold-hi);
    color: var(--gold-hi);
  }
  .mark.is-war {
    padding: 1px 7px;
    border: 0;
    background: var(--bad);
    color: #12060a;
    clip-path: polygon(7px 0, calc(100% - 7px) 0, 100% 50%, calc(100% - 7px) 100%, 7px 100%, 0 50%);
  }
  .mark.is-turn {
    border-color: var(--gold-hi);
    background: var(--label-fill, linear-gradient(#ffe9a8, #e0a93a));
    color: var(--label-ink, #120b02);
  }
  /* Whatever the element around it makes of its own emblems. */
  .mark .emblem {
    position: static !important;
    width: 1em !important;
    height: 1em !important;
    font-size: inherit;
  }
  b.mark {
    font-size: 18px;
  }
  .lamp {
    position: relative;
    display: inline-grid;
    place-items: center;
    padding: 2px;
    border: 2px solid var(--gold-lo);
    border-radius: 50%;
    background: var(--plate);
    color: var(--ink-2);
  }
  .lamp.won {
    border-color: var(--gold-hi);
    background: var(--label-fill, radial-gradient(#fff3c4, #e0a93a));
    color: var(--label-ink, #120b02);
    box-shadow: var(--glow-box, 0 0 12px #ffcf3faa);
  }
  .lamp.lost {
    color: var(--bad);
  }
  .lamp.lost::after {
    position: absolute;
    inset: 46% 8% auto;
    height: 3px;
    transform: rotate(-45deg);
    background: var(--bad);
    content: '';
  }
  .lamp.now {
    border: 3px double var(--gold-hi);
    color: var(--gold-hi);
  }
`;
