import { css } from 'lit';

export const tableStyles = css`
  :host([layout='table']) {
    padding: 44px 56px;
  }
  .table {
    position: relative;
  }
  .title {
    display: flex;
    align-items: center;
    gap: 20px;
    margin-bottom: 12px;
  }
  h1 {
    margin: 0;
    color: var(--gold-hi);
    font-size: 64px;
    line-height: 1;
    letter-spacing: 3px;
  }
  .state {
    margin-left: auto;
    padding: 4px 18px 6px;
    border: 2px solid var(--gold-line);
    background: var(--plate);
    font-size: 26px;
    font-weight: 750;
    white-space: nowrap;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 32px;
  }
  thead th {
    padding: 4px 10px;
    color: var(--ink-2);
    font-size: 24px;
    font-weight: 700;
    text-align: right;
  }
  thead th.way {
    text-align: left;
  }
  tbody tr {
    height: 96px;
    border-top: 1px solid var(--hair, #ffffff22);
  }
  tbody tr.won {
    background: linear-gradient(90deg, #f5c51838, #f5c5180a);
  }
  td.rank {
    width: 64px;
    font-size: 46px;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 14px;
    min-width: 0;
    max-width: 600px;
    font-size: 36px;
    font-weight: 800;
    text-align: left;
  }
  .who small {
    padding: 0 8px;
    border: 1.5px solid #ffffff55;
    color: var(--ink-2);
    font-size: 20px;
    font-weight: 700;
  }
  .way {
    width: 30%;
    padding: 0 16px;
  }
  .way-line {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .track {
    flex: 1;
    height: 22px;
    overflow: hidden;
    border: 2px solid var(--gold-line);
    border-radius: 3px;
    background: var(--track, var(--lead));
  }
  .track i {
    display: block;
    height: 100%;
    transform: scaleX(var(--share));
    transform-origin: 0 50%;
    transition: transform 0.7s var(--ease-out);
    background: var(--zone);
  }
  .way-line b {
    min-width: 92px;
    font-weight: 800;
    text-align: right;
  }
  .count {
    padding: 0 10px;
    font-weight: 750;
    text-align: right;
    white-space: nowrap;
  }
  @media (max-width: 1100px) {
    :host([layout='table']) {
      padding: 22px 14px;
    }
    :host([layout='table']) .frame {
      display: none;
    }
    h1 {
      font-size: 34px;
    }
    .title {
      gap: 10px;
    }
    .title .rose {
      width: 44px;
      height: 44px;
    }
    .state {
      font-size: 18px;
      padding: 2px 10px 3px;
    }
    .count.wide {
      display: none;
    }
    table {
      font-size: 19px;
    }
    thead th {
      font-size: 15px;
      padding: 4px;
    }
    tbody tr {
      height: 64px;
    }
    td.rank {
      width: 26px;
      font-size: 26px;
    }
    .who {
      gap: 6px;
      max-width: 40vw;
      font-size: 20px;
    }
    .who .emblem {
      width: 40px;
      height: 40px;
    }
    .who small,
    .way .rose,
    .track {
      display: none;
    }
    .way {
      width: auto;
      padding: 0 4px;
    }
    .way-line b {
      min-width: 0;
    }
    .count {
      padding: 0 4px;
    }
  }
  /* A phone: every column stays, whatever the theme's face. */
  @media (max-width: 480px) {
    :host([layout='table']) {
      padding: 14px 4px;
    }
    table {
      font-size: 17px;
    }
    thead th {
      font-size: 13px;
      padding: 4px 2px;
    }
    .who {
      gap: 4px;
      max-width: 36vw;
      font-size: 18px;
    }
    .who .emblem {
      width: 34px;
      height: 34px;
    }
    .count {
      padding: 0 2px;
    }
  }
`;
