import { css } from 'lit';

export const previouslyStyles = css`
  :host {
    container-type: inline-size;
    width: 100%;
    height: 100%;
    overflow: hidden;
  }
  section {
    display: grid;
    gap: 14px;
    align-content: center;
    max-width: 1180px;
    margin: 0 auto;
    padding: 28px 44px;
    border: 5px solid var(--gold-line);
    border-radius: var(--round, 2px);
    outline: 4px solid var(--lead);
    outline-offset: -10px;
    background: var(--pane-fill, linear-gradient(#1d2350, #0b0d1c));
  }
  header {
    display: flex;
    gap: 20px;
    align-items: center;
  }
  h1 {
    margin: 0;
    color: var(--gold-hi);
    font-size: 62px;
    line-height: 1;
    letter-spacing: 2px;
  }
  .away {
    padding: 4px 16px 6px;
    border: 2px solid var(--warn);
    background: var(--plate);
    font-size: 26px;
  }
  .story {
    display: grid;
    gap: 8px;
  }
  .story li {
    display: grid;
    grid-template-columns: 80px minmax(0, 1fr);
    gap: 14px;
    align-items: center;
    min-height: 80px;
    border-top: 1px solid var(--hair, #ffffff22);
    animation: come 0.5s var(--ease-out) var(--wait) backwards;
  }
  .mark {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 66px;
  }
  .mark i {
    position: absolute;
    right: -2px;
    bottom: -4px;
    display: grid;
    place-items: center;
    width: 34px;
    height: 34px;
    border: 2px solid var(--gold);
    border-radius: 50%;
    background: var(--plate);
    color: var(--gold-hi);
  }
  .story b {
    display: block;
    font-size: 34px;
    font-weight: 800;
    line-height: 1.1;
    overflow-wrap: anywhere;
  }
  .good b {
    color: var(--good);
  }
  .bad b {
    color: var(--bad);
  }
  .story small {
    display: block;
    color: var(--ink-2);
    font-size: 26px;
    line-height: 1.1;
  }
  .now {
    padding-top: 10px;
    border-top: 3px solid var(--gold-lo);
  }
  h2 {
    color: var(--gold-hi);
    font-size: 34px;
    line-height: 1.2;
  }
  .now ol {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 34px;
  }
  .now li {
    display: flex;
    gap: 10px;
    align-items: center;
    min-height: 58px;
    font-size: 27px;
  }
  .empty {
    color: var(--ink-2);
    font-size: 30px;
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateX(-30px);
    }
  }
  @container (max-width: 700px) {
    section {
      gap: 8px;
      align-content: start;
      padding: 20px 18px;
    }
    header {
      gap: 10px;
    }
    header .rose {
      width: 48px;
      height: 48px;
    }
    h1 {
      font-size: 33px;
    }
    .story li {
      grid-template-columns: 54px minmax(0, 1fr);
      gap: 8px;
      min-height: 62px;
    }
    .mark .emblem {
      width: 48px;
      height: 48px;
    }
    .mark i {
      width: 28px;
      height: 28px;
    }
    .story b {
      font-size: 22px;
    }
    .story small {
      font-size: 19px;
    }
    h2 {
      font-size: 26px;
    }
    .now li {
      font-size: 20px;
      min-height: 48px;
    }
  }
`;
