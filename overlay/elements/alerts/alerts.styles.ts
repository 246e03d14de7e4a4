import { css } from 'lit';

export const alertsStyles = css`
  :host {
    container-type: inline-size;
    width: 100%;
    height: 100%;
  }
  section {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 20px;
  }
  .alert {
    --tone: var(--gold-line);
    position: relative;
    display: grid;
    grid-template-columns: 176px minmax(0, 1fr) auto;
    gap: 20px;
    align-items: center;
    width: min(100%, 1060px);
    min-height: 168px;
    padding: 12px 26px 12px 0;
    border: 4px solid var(--tone);
    border-radius: var(--round, 2px);
    outline: 4px solid var(--lead);
    background: var(--pane-fill, linear-gradient(#1d2350, #0b0d1c));
    animation: from-left 0.45s var(--ease-back) both;
  }
  .alert.good {
    --tone: var(--good);
  }
  .alert.bad {
    --tone: var(--bad-fill);
  }
  .from-1 {
    animation-name: from-below;
  }
  .from-2 {
    animation-name: from-light;
  }
  .leaving {
    opacity: 0;
    transform: translateY(-20px);
    transition: opacity 0.3s linear, transform 0.3s var(--ease-hop);
    animation: none;
  }
  .art {
    position: relative;
    display: grid;
    place-items: center;
    width: 176px;
    height: 140px;
  }
  .motif {
    position: absolute;
    inset: calc(50% - 150px) auto auto calc(50% - 150px);
    width: 300px;
    height: 300px;
    pointer-events: none;
  }
  /* What does not pass by must not hide what it is about. */
  :host([calm]) .disc {
    z-index: 1;
  }
  .disc {
    display: grid;
    place-items: center;
    width: 124px;
    height: 124px;
    border: 5px solid var(--tone);
    border-radius: 50%;
    outline: 5px solid var(--lead);
    background: var(--plate);
    color: var(--tone);
  }
  .words {
    position: relative;
    min-width: 0;
  }
  .head {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 46px;
    line-height: 1.08;
    overflow-wrap: anywhere;
  }
  .tail {
    display: block;
    margin-top: 4px;
    color: var(--ink-2);
    font-size: 30px;
    font-weight: 750;
    line-height: 1.12;
  }
  @keyframes from-left {
    from {
      opacity: 0;
      transform: translateX(-60px);
    }
  }
  @keyframes from-below {
    from {
      opacity: 0;
      transform: translateY(50px);
    }
  }
  @keyframes from-light {
    from {
      opacity: 0;
      transform: scale(0.86);
    }
  }
  .who.two {
    display: flex;
    gap: 4px;
  }
  .who.two .emblem {
    width: 92px;
    height: 92px;
  }
  @container (max-width: 700px) {
    section {
      padding: 8px;
    }
    .alert {
      grid-template-columns: 84px minmax(0, 1fr) auto;
      gap: 8px;
      min-height: 96px;
      padding: 8px 10px 8px 0;
    }
    .art {
      width: 88px;
      height: 88px;
    }
    .motif {
      inset: calc(50% - 90px) auto auto calc(50% - 90px);
      width: 180px;
      height: 180px;
    }
    .disc {
      width: 66px;
      height: 66px;
      border-width: 3px;
    }
    .disc svg {
      width: 42px;
      height: 42px;
    }
    .who .emblem {
      width: 54px;
      height: 54px;
    }
    .who.two {
      display: grid;
    }
    .who.two .emblem {
      width: 40px;
      height: 40px;
    }
    .head {
      font-size: 23px;
    }
    .tail {
      font-size: 18px;
    }
  }
`;
