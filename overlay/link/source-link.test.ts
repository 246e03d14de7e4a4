import { describe, expect, it } from 'vitest';
import { readAddress, SOURCES, THEMES } from './address.ts';
import { follows, type LinkWish, linkOf, masked, NATURAL, sizesOf } from './source-link.ts';

const PLACE = { origin: 'http://127.0.0.1:4747', game: 'g 1', key: 'ov_a-b_c' };
const WISH: LinkWish = {
  source: 'full',
  lang: 'ru',
  theme: 'glass',
  contrast: false,
  motion: 'auto',
  player: null,
  size: NATURAL.full,
  scale: 1,
};

describe('linkOf', () => {
  it.each(SOURCES)('is read as it was meant: %s', (source) => {
    for (const theme of THEMES) {
      const wish = {
        ...WISH,
        source,
        theme,
        contrast: true,
        motion: 'off',
        player: 'p3',
        scale: 1.25,
      } as const;
      for (const size of sizesOf(source)) {
        const read = readAddress(linkOf(PLACE, { ...wish, size }));
        expect(read).toMatchObject({ ...PLACE, source, lang: 'ru', theme, contrast: 'high', motion: 'off' });
        expect(read).toMatchObject({ scale: 1.25, size, notes: [] });
        expect(read.player).toBe(follows(source) ? 'p3' : null);
      }
    }
  });

  it('leaves out what is usual', () => {
    expect(linkOf(PLACE, WISH)).toBe(
      'http://127.0.0.1:4747/overlay?game=g+1&key=ov_a-b_c&page=full&lang=ru&size=1920x1080',
    );
  });
});

it('hides the key of a link that is seen', () => {
  const seen = masked(linkOf(PLACE, WISH));
  expect(seen).not.toContain(PLACE.key);
  expect(seen).toContain('page=full');
});
