/** Fits what a page draws into its source: one scale for the whole, so that proportions never change. */
import type { Address, Box } from '../link/address.ts';

export interface Wish extends Pick<Address, 'size' | 'scale'> {
  readonly widget: boolean;
}

export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/**
 * Where a drawing of `design` goes in the window. A scene fills what there is; a widget keeps its own size and only
 * shrinks where the window is smaller. The address's `size` stands for the window, its `scale` enlarges.
 */
export function fitOf(design: Box, window: Box, { size, scale, widget }: Wish): Fit {
  const room = size ?? window;
  const across = room.width / design.width;
  const whole = Math.min(across, room.height / design.height);
  if (!widget) {
    const all = whole * scale;
    return {
      scale: all,
      left: (room.width - design.width * all) / 2,
      top: (room.height - design.height * all) / 2,
    };
  }
  return { scale: size ? whole * scale : Math.min(scale, across), left: 0, top: 0 };
}

/** Keeps a stage of this size fitted while the window changes. */
export function keepFitted(design: () => Box, address: Address, widget: boolean): void {
  const place = () => {
    const { scale, left, top } = fitOf(
      design(),
      { width: innerWidth, height: innerHeight },
      { ...address, widget },
    );
    const { style } = document.documentElement;
    style.setProperty('--scale', String(scale));
    style.setProperty('--left', `${left}px`);
    style.setProperty('--top', `${top}px`);
  };
  addEventListener('resize', place);
  place();
}
