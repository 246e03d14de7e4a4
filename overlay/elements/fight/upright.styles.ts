import { css } from 'lit';

/** The scene on an upright phone, 400 across. */
export const uprightStyles = css`
  :host([shape='upright']) .fight {
    inset: 16px 18px;
    gap: 6px;
  }
  :host([shape='upright']) header {
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-rows: auto auto;
    gap: 4px 10px;
    height: auto;
  }
  :host([shape='upright']) .theirs {
    grid-row: 2;
    grid-column: 1 / -1;
  }
  :host([shape='upright']) .who .name {
    font-size: 27px;
    line-height: 30px;
  }
  :host([shape='upright']) .hp {
    font-size: 20px;
    line-height: 22px;
  }
  :host([shape='upright']) .middle {
    min-width: 0;
  }
  :host([shape='upright']) .log {
    height: 60px;
    align-items: flex-start;
    font-size: 19px;
    line-height: 19px;
  }
  :host([shape='upright']) .log ul {
    flex-direction: column;
    gap: 2px;
  }
  :host([shape='upright']) .warn {
    display: none;
  }
  :host([shape='upright']) .orders {
    grid-auto-flow: row;
    grid-template-rows: none;
    grid-template-columns: 1fr 1fr;
    align-content: start;
  }
  :host([shape='upright']) .orders li {
    padding: 3px 8px;
  }
  :host([shape='upright']) .orders span {
    font-size: 18px;
    -webkit-line-clamp: 1;
  }
  :host([shape='upright']) .orders {
    gap: 6px;
  }
  :host([shape='upright']) .typed {
    font-size: 21px;
  }
  :host([shape='upright']) .asked {
    flex-direction: column;
    align-items: stretch;
    gap: 8px;
  }
  :host([shape='upright']) .asked p {
    max-width: none;
  }
  :host([shape='upright']) .asked ol {
    grid-auto-flow: row;
  }
  :host([shape='upright']) .lane.lane {
    top: 4px;
    gap: 3px;
  }
  :host([shape='upright']) .band {
    padding: 0 7px 2px;
    font-size: 18px;
    line-height: 21px;
  }
  :host([shape='upright']) .blow {
    gap: 3px;
    padding: 1px 5px 2px 3px;
    border-width: 2px;
    font-size: 17px;
    line-height: 18px;
  }
  :host([shape='upright']) .blow span {
    display: -webkit-box;
    white-space: normal;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  :host([shape='upright']) .pop {
    font-size: 36px;
  }
  :host([shape='upright']) .ended {
    padding: 4px 22px 8px;
    font-size: 40px;
  }
  :host([shape='upright']) .weapon {
    left: 14px;
    padding: 3px;
  }
  :host([shape='upright']) .pin {
    left: -22px;
    width: 44px;
    height: 14px;
  }
  :host([shape='upright']) .mounds p {
    gap: 5px;
    padding-right: 5px;
    font-size: 17px;
    line-height: 28px;
  }
  /* Which is which stands in the list below; a flock has its bars, too short for notches. */
  :host([shape='upright']) .mounds span,
  :host([shape='upright']) .tag.thin > i,
  :host([shape='upright']) .thin .meter::after {
    display: none;
  }
  :host([shape='upright']) .tag {
    min-width: 52px;
    font-size: 17px;
    line-height: 18px;
  }
  :host([shape='upright']) .tag.thin {
    grid-template-columns: auto;
    min-width: 24px;
    padding: 0 1px 2px;
    font-size: 15px;
  }
  :host([shape='upright']) .mounds svg {
    width: 96px;
  }
  :host([shape='upright']) .others {
    display: none;
  }
`;
