import { afterEach, describe, expect, it } from 'vitest';
import type { SceneView } from '../../../bot/protocol/views.ts';
import { faults } from '../fixture/faults.ts';
import { FIGHT_PACK } from '../fixture/fights.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './scene.ts';

afterEach(() => document.body.replaceChildren());

const SCENE: SceneView = {
  story: 'agathas_ladder',
  lines: ['boy', 'ladder'],
  options: ['climb', 'borrow'],
  poll: null,
  asks: 'player',
  until: NOW + 30_000,
};

async function show(scene: SceneView, lang: 'ru' | 'en' = 'en') {
  const polls = scene.poll
    ? [{ id: 'v1', player: 'p1', kind: 'choice', options: 2, opens: NOW, closes: NOW + 20_000 }]
    : [];
  const board = {
    ...makeBoard(),
    players: [makePlayer(1, { scene }), makePlayer(2)],
    polls,
    tally: { v1: { voters: 5, totals: { '1': 1, '2': 4 } } },
  };
  const face = makeFace(board as never, lang);
  face.setPack(FIGHT_PACK);
  return mount(document.createElement('msig-scene'), face, 1000);
}

describe('a story scene', () => {
  it('tells its lines and what the player can type', async () => {
    const { words, all } = await show(SCENE);
    expect(words()).toContain("Agatha's Ladder");
    expect(words()).toContain('A boy is stuck up a pine');
    expect(words()).toContain('Kestrel decides');
    expect(words()).toContain('!choose 1');
    expect(all('.options li').map((one) => one.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      '1Climb up yourself',
      '2Borrow the ladder',
    ]);
  });

  it('shows the votes and the time where the chat decides', async () => {
    const { words, all, find } = await show({ ...SCENE, poll: 'v1', asks: 'chat' }, 'ru');
    expect(words()).toContain('Решает чат канала Kestrel');
    expect(all('.votes').map((one) => one.textContent)).toEqual(['1', '4']);
    expect(find('.leads').textContent).toContain('Borrow');
    expect(find('[role="timer"]').textContent).toContain('20');
  });

  it('is small but readable in a corner: the last line, and all that can be chosen', async () => {
    const { element, all, find } = await show({ ...SCENE, poll: 'v1', asks: 'chat' });
    element.toggleAttribute('docked', true);
    await element.updateComplete;
    expect(element.getBoundingClientRect().width).toBe(460);
    expect(all('.lines p').map((one) => one.getClientRects().length)).toEqual([0, 1]);
    // The full page is drawn at two thirds where it is 1280 wide.
    const sizes = ['.lines', '.options li', '.how b'].map((part) => getComputedStyle(find(part)).fontSize);
    for (const size of sizes) expect(Number.parseFloat(size) * (2 / 3)).toBeGreaterThan(13);
    const page = find('.page').getBoundingClientRect();
    expect(find('.options').getBoundingClientRect().bottom).toBeLessThanOrEqual(page.bottom + 1);
    expect(await faults()).toEqual([]);
  });

  it('is clean for axe, and empty while nobody is in a scene', async () => {
    const { words, element, face } = await show({ ...SCENE, poll: 'v1' });
    expect(await faults()).toEqual([]);
    face.views.put('board', makeBoard());
    await element.updateComplete;
    expect(words()).toBe('');
  });
});
