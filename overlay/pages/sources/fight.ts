/** Fights and story scenes alone. With `player` in the address, those of that player; otherwise of whoever acts. */
import '../../elements/fight/fight.ts';
import '../../elements/scene/scene.ts';
import { SHAPES } from '../../elements/fight/shapes.ts';
import type { Session } from '../../link/session.ts';
import { keepFitted } from '../stage-fit.ts';
import { make, mount } from './mount.ts';

/** Below this, and upright, the parts stand in a column. */
const UPRIGHT = 700;

export function show(session: Session): void {
  const { address, face, link } = session;
  const [fight, scene] = [make('msig-fight'), make('msig-scene')];
  fight.player = scene.player = address.player;
  fight.theme = address.theme;
  const main = mount(session, [fight, scene], 'stage');
  const turn = () => {
    const on = (address.size?.width ?? innerWidth) < UPRIGHT;
    fight.shape = on ? 'upright' : 'wide';
    scene.upright = on;
    main.classList.toggle('narrow', on);
  };
  addEventListener('resize', turn);
  turn();
  keepFitted(() => SHAPES[fight.shape], address, false);
  const look = () => {
    const players = (face.views.get('board')?.players ?? []).filter(
      ({ id }) => address.player === null || id === address.player,
    );
    const told = players.some((one) => one.scene) && !players.some((one) => one.fight);
    main.classList.toggle('telling', told);
    // Names of drawn weapons are in the bags.
    link.want(players.filter((one) => one.fight).map(({ id }) => `bag:${id}` as const));
  };
  face.views.subscribe('board', look);
  look();
}
