import { MapElement } from '../elements/map.element.ts';
import { PanelElement } from '../elements/panel.element.ts';
import { start } from './start.ts';

customElements.define('msig-map', MapElement);
customElements.define('msig-panel', PanelElement);
start(new PanelElement());
