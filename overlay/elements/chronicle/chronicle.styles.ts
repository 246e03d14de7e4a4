import { css } from 'lit';

export const chronicleStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  h2 {
    margin-bottom: 6px;
    color: var(--gold-hi);
    font-size: 27px;
    line-height: 1;
    letter-spacing: 1.5px;
    text-align: center;
  }
  /* A line that does not fit whole goes into a second column, out of sight. */
  ul {
    display: flex;
    flex-flow: column wrap;
    flex: 1;
    min-height: 0;
    overflow: hidden;
  }
  li {
    width: 100%;
    display: grid;
    grid-template-columns: 54px minmax(0, 1fr);
    column-gap: 8px;
    align-items: center;
    min-height: 76px;
    padding: 7px 0;
    border-top: 1px solid var(--hair, #ffffff22);
    animation: come 0.5s var(--ease-out);
  }
  @keyframes come {
    from {
      opacity: 0;
      transform: translateY(-14px);
    }
  }
  .mark {
    position: relative;
    display: grid;
    place-items: center;
    color: var(--gold-hi);
  }
  .kind {
    position: absolute;
    right: -4px;
    bottom: -3px;
    display: grid;
    place-items: center;
    width: 26px;
    height: 26px;
    border: 2px solid var(--gold);
    border-radius: 50%;
    background: var(--plate);
    color: var(--gold-hi);
  }
  .good .kind {
    border-color: var(--good);
    color: var(--good);
  }
  .bad .kind {
    border-color: var(--bad);
    border-radius: 3px 3px 13px 13px;
    color: var(--bad);
  }
  b {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-size: 23px;
    font-weight: 750;
    line-height: 1.08;
    overflow-wrap: anywhere;
  }
  small {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    margin-top: 2px;
    color: var(--ink-2);
    font-size: 20px;
    font-weight: 600;
    line-height: 1.12;
    overflow-wrap: anywhere;
  }
`;
