/** The elements of fights and scenes, as a chunk of their own. */
import '../../elements/fight/fight.ts';
import '../../elements/fight/small-card.ts';
import '../../elements/scene/scene.ts';
import type { FaceElement } from '../../elements/face-element.ts';
import type { Session } from '../../link/session.ts';
import type { LayerFormat } from './fight-layer.ts';
import { make } from './mount.ts';

export function makeLayer({ address }: Session, format: LayerFormat): readonly FaceElement[] {
  if (format !== 'full') {
    const card = make('msig-fight-card');
    card.player = address.player ?? (format === 'corner' ? 'p1' : null);
    card.format = format;
    return [card];
  }
  const [fight, scene] = [make('msig-fight'), make('msig-scene')];
  fight.player = scene.player = address.player;
  fight.shape = 'tall';
  fight.theme = address.theme;
  fight.quiet = true;
  const upright = () => {
    const on = document.body.classList.contains('upright');
    fight.shape = on ? 'upright' : 'tall';
    scene.upright = on;
  };
  addEventListener('resize', upright);
  upright();
  return [fight, scene];
}
