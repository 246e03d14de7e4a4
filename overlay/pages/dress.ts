/** What the address says of a page's looks, as attributes of its root: theme, contrast, motion, ground. */
import type { Address } from '../link/address.ts';

export function dress(address: Address): void {
  const root = document.documentElement;
  const wished = matchMedia('(prefers-contrast: more)').matches;
  const high = address.contrast === 'high' || (address.contrast === 'auto' && wished);
  root.dataset.source = address.source;
  root.dataset.theme = address.theme;
  root.dataset.contrast = high ? 'high' : 'normal';
  root.dataset.motion = address.motion;
  document.body.classList.toggle('night', address.night);
}
