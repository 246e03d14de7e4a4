import { ConfigElement } from '../elements/config.element.ts';
import { start } from './start.ts';

customElements.define('msig-config', ConfigElement);
start(new ConfigElement());
