/** Every source as a page: each theme and contrast clean for axe, still where motion is not wanted, nothing growing. */
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Moment } from '../../../bot/protocol/views.ts';
import type { FaceElement } from '../../elements/face-element.ts';
import { makeBoard, makeFace, makePlayer, NOW, PACK } from '../../elements/fixture/fixture.ts';
import { wordsOf } from '../../elements/fixture/words.ts';
import { readAddress, SOURCES, type Source, THEMES } from '../../link/address.ts';
import { nodesIn } from '../../link/care.ts';
import { createFace } from '../../link/face.ts';
import type { Session } from '../../link/session.ts';
import { dress } from '../dress.ts';

/** A busy machine takes its time to paint a window. */
const BOARD_MS = { timeout: 30_000, interval: 30 };

const LOAD: Readonly<Record<Source, () => Promise<{ show: (session: Session) => void }>>> = {
  full: () => import('./full.ts'),
  strip: () => import('./strip.ts'),
  corner: () => import('./corner.ts'),
  dice: () => import('./dice.ts'),
  alerts: () => import('./alerts.ts'),
  leaderboard: () => import('./leaderboard.ts'),
  votes: () => import('./votes.ts'),
  chronicle: () => import('./chronicle.ts'),
  previously: () => import('./previously.ts'),
  ticker: () => import('./ticker.ts'),
  chat: () => import('./chat.ts'),
  fight: () => import('./fight.ts'),
};
const dice = [1, 3, 2].map((value) => ({ sides: 4, value }));
const happening = (seq: number): Moment => ({
  seq,
  at: NOW,
  events: [
    { type: 'rolled', player: 'p1', dice, bonus: 1, total: 7, spent: [] },
    { type: 'trapSprung', player: 'p1', trap: 'wet_cloud', cell: 3, mark: null },
  ],
});
const effects = [{ n: 1, effect: 'buffering', from: null, stacks: 2, rolls: 2, turns: null, until: null }];

function lively() {
  const fork = { is: 'fork', n: 2, cell: 3, left: 2, ways: [4, 5], until: NOW + 12_000 } as const;
  const players = makeBoard().players.map((one) => ({
    ...one,
    effects,
    lastRoll: { dice, bonus: 1, total: 7 },
  }));
  return makeBoard({ players: [makePlayer(1, { ...players[0], pending: fork }), ...players.slice(1)] });
}

function open(query: string): Session {
  const address = readAddress(`${location.origin}/overlay?game=g&key=k&bg=night&${query}`);
  const { views, clock } = makeFace(lively(), address.lang);
  const motion = address.motion === 'auto' ? 'reduced' : address.motion;
  const face = createFace({ words: wordsOf(address.lang), motion, pack: PACK, views, clock });
  face.views.put('log', { game: 'g1', moments: [happening(9), happening(10)] });
  face.views.put('talk', {
    lines: [{ n: 1, at: 1, player: 'p1', from: 'Otter', role: 'viewer', text: 'three dice and one !odds' }],
  });
  dress(address);
  return {
    address,
    face,
    ask: { texts: () => Promise.reject(new Error('none')), send: () => Promise.reject(new Error('none')) },
    link: { want: () => {}, beat: () => {}, refresh: () => {}, close: () => {} },
    onLink: (listener) => listener('up', ''),
  };
}

async function show(source: Source, query = ''): Promise<Session> {
  document.body.innerHTML =
    '<h1 class="unseen">MSIG</h1><main></main><p class="notice" role="status" hidden></p>';
  const session = open(`page=${source}&${query}`);
  (await LOAD[source]()).show(session);
  const parts = [...document.querySelectorAll<FaceElement>('main *')].filter((one) => one.shadowRoot);
  expect(parts.length).toBeGreaterThan(0);
  await Promise.all(parts.map((one) => one.updateComplete));
  // Everything else is there at once; the board waits for the code of its theme.
  if (document.querySelector('msig-board'))
    await vi.waitFor(() => expect(boardTokens()).toHaveLength(lively().players.length), BOARD_MS);
  return session;
}

function boardTokens(): readonly Element[] {
  return [...(document.querySelector('msig-board')?.shadowRoot?.querySelectorAll('.tokens .sprite') ?? [])];
}

/** Shadow trees as well. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...root.getAnimations(), ...inside];
}

beforeAll(async () => {
  document.documentElement.lang = 'en';
  document.title = 'test';
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('../../styles/map.css', import.meta.url).href;
  document.head.append(link);
  await new Promise((resolve) => link.addEventListener('load', resolve));
});
afterEach(() => {
  document.body.replaceChildren();
  document.body.className = '';
});

async function faults(): Promise<string[]> {
  for (const animation of animationsIn(document)) {
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
  }
  const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
  return violations.map(
    (one) =>
      `${one.id}: ${one.nodes.map((node) => `${node.html.slice(0, 90)} ${node.failureSummary?.split('\n').at(-1)}`).join(' | ')}`,
  );
}

describe.each(SOURCES)('%s', (source) => {
  it.each([
    ...THEMES.map((theme) => `theme=${theme}`),
    'theme=glass&contrast=high',
    'theme=paper&contrast=high',
  ])('is clean for axe with %s', async (query) => {
    const { face } = await show(source, query);
    face.views.change('board', [], [happening(11)]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await faults()).toEqual([]);
  });

  it.each(['reduced', 'off'])('has nothing longer than 200 ms with motion=%s', async (motion) => {
    const { face } = await show(source, `motion=${motion}`);
    face.views.change('board', [], [happening(11)]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const long = animationsIn(document).filter(
      (one) => Number(one.effect?.getComputedTiming().duration) > 200,
    );
    expect(long.map((one) => (one as CSSAnimation).animationName ?? one.id)).toEqual([]);
  });

  it('does not grow while the game goes on', async () => {
    const { face } = await show(source);
    const nodesAfter = async (from: number, count: number) => {
      for (let seq = from; seq < from + count; seq++) {
        face.views.put('log', { game: 'g1', moments: [happening(seq)] });
        face.views.change('board', [], [happening(seq)]);
      }
      await new Promise((resolve) => setTimeout(resolve, 120));
      return nodesIn(document);
    };
    const early = await nodesAfter(11, 30);
    const late = await nodesAfter(41, 300);
    expect(late).toBeLessThanOrEqual(early * 1.1 + 12);
  });
});

it('would notice motion: with motion=full an alert comes in slower than 200 ms', async () => {
  const { face } = await show('alerts', 'motion=full');
  face.views.change('board', [], [happening(11)]);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(animationsIn(document).some((one) => Number(one.effect?.getComputedTiming().duration) > 200)).toBe(
    true,
  );
});

it('fits fights into an upright phone: nothing lies beside the page', async () => {
  await page.viewport(360, 800);
  await show('fight');
  expect(document.querySelector('main')!.getBoundingClientRect().right).toBeLessThanOrEqual(361);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 720);
});
