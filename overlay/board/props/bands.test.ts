import { describe, expect, it } from 'vitest';
import { BANDS, placeOfMe, placesOfFoes, spanOf } from './bands.ts';
import { propOf, wayOf } from './props.ts';

const box = { width: 1232, height: 416 };

describe('the stage', () => {
  it('lies far, mid, near from the left, side by side', () => {
    const spans = BANDS.map((band) => spanOf(box, band));
    for (const [i, { x, width }] of spans.entries()) {
      expect(width).toBeGreaterThan(300);
      if (i > 0) expect(x - width / 2).toBeCloseTo(spans[i - 1]!.x + spans[i - 1]!.width / 2, 3);
    }
  });

  it('keeps a flock of twelve inside its band and off the player', () => {
    for (const band of BANDS) {
      const { x, width } = spanOf(box, band);
      const me = placeOfMe(box, band, true);
      for (const place of placesOfFoes(box, band, { count: 12, shared: true })) {
        expect(place.x).toBeGreaterThan(me.x + 40);
        expect(place.x).toBeLessThan(x + width / 2);
        expect(place.y).toBeLessThan(box.height);
        expect(place.y - place.room).toBeGreaterThan(0);
      }
    }
  });

  it('gives one foe most of the height, and a crowd less', () => {
    const room = (count: number) => placesOfFoes(box, 'near', { count, shared: false })[0]!.room;
    expect([room(1), room(3), room(12)]).toEqual([room(1), room(3), room(12)].toSorted((a, b) => b - a));
    expect(room(1)).toBeGreaterThan(box.height * 0.7);
  });

  it('knows what burns and what floods; the rest falls', () => {
    expect(['oil_lamp', 'rain_barrel', 'chandelier'].map(wayOf)).toEqual(['burn', 'flood', 'drop']);
    for (const zone of ['forest', 'crystal', 'static', 'hell', 'heaven'] as const)
      expect(propOf('chandelier', zone).pieces.length).toBeGreaterThan(4);
  });
});
