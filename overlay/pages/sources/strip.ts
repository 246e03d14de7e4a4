/** The race as a strip of 1920 by 160 over gameplay. */
import '../../elements/strip/strip.ts';
import type { Session } from '../../link/session.ts';
import { keepFitted } from '../stage-fit.ts';
import { layFights } from './fight-layer.ts';
import { make, mount } from './mount.ts';

const WIDE = { width: 1920, height: 160 };
const NARROW = { width: 720, height: 330 };
/** Below this the ribbon stands above its notes instead of between them. */
const NARROW_BELOW = 900;

export function show(session: Session): void {
  const strip = make('msig-strip');
  strip.player = session.address.player;
  layFights(session, mount(session, [strip], 'stage'), 'strip');
  const narrow = () => {
    strip.narrow = (session.address.size?.width ?? innerWidth) < NARROW_BELOW;
  };
  addEventListener('resize', narrow);
  narrow();
  keepFitted(() => (strip.narrow ? NARROW : WIDE), session.address, true);
}
