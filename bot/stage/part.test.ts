import { expect, it } from 'vitest';
import { isOverlayLink, partOf } from './part.ts';

const LINK = 'http://127.0.0.1:4747/overlay?game=g1&key=ov_1&lang=ru';
const wish = (...links: string[]) => partOf({ links, missing: 'make', keepsOptions: false });

it('a plain link stands for the three formats', () => {
  const { scenes } = wish(LINK);
  expect(scenes.map(({ name }) => name)).toEqual(['MSIG full', 'MSIG strip', 'MSIG corner']);
  const pages = scenes.flatMap((scene) => scene.pages);
  expect(pages.map(({ width, height, place }) => [width, height, place])).toEqual([
    [1920, 1080, 'fill'],
    [1920, 160, 'bottom'],
    [480, 270, 'corner'],
  ]);
  expect(pages.map(({ url }) => new URL(url).searchParams.get('format'))).toEqual([
    'full',
    'strip',
    'corner',
  ]);
  expect(pages.every(({ url }) => url.startsWith(LINK))).toBe(true);
});

it('a link with a format, a page or a size makes that one alone', () => {
  const { scenes } = wish(
    `${LINK}&format=strip&size=1920x200`,
    `${LINK}&page=dice`,
    'http://127.0.0.1:4747/leaderboard?game=g1&key=ov_1',
  );
  expect(scenes.map(({ key }) => key)).toEqual(['strip', 'dice', 'leaderboard']);
  expect(scenes[0]?.pages[0]).toMatchObject({ height: 200, place: 'bottom' });
  expect(scenes[1]?.pages[0]).toMatchObject({ width: 1920, height: 1080, url: `${LINK}&page=dice` });
});

it('of two links for one scene the last one counts', () => {
  const { scenes } = wish(LINK, `${LINK}&format=corner&player=p2`);
  expect(scenes).toHaveLength(3);
  expect(scenes[2]?.pages[0]?.url).toContain('player=p2');
});

it('knows an overlay link', () => {
  expect(isOverlayLink(LINK)).toBe(true);
  for (const text of ['overlay', 'ftp://x/?game=a&key=b', 'http://127.0.0.1:4747/overlay?game=g1'])
    expect(isOverlayLink(text)).toBe(false);
});
