import { ConfigElement } from '../elements/config.element.ts';
import { start } from './start.ts';

customElements.define('msig-config', ConfigElement);
const element = new ConfigElement();
element.live = true;
start(element);
