import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './player-card.ts';

describe('msig-player-card', () => {
  it('shows place, way, health and attributes', async () => {
    const { words } = await mount(document.createElement('msig-player-card'));
    expect(words()).toContain('1st place · Heaven 34/39');
    expect(words()).toContain('36/40');
    expect(words()).toMatch(/strength\s*8/);
    expect(await faults()).toEqual([]);
  });

  it('counts a roll that has come since the view was made', async () => {
    const tokens = (next: number) => makeBoard({ players: [makePlayer(1, { tokens: { count: 0, next } })] });
    const { words, face, element } = await mount(
      document.createElement('msig-player-card'),
      makeFace(tokens(NOW + 2_500)),
    );
    expect(words()).toMatch(/0\s*rolls ready, \+1 in 3 s/);
    face.views.put('board', tokens(NOW - 1));
    await element.updateComplete;
    expect(words()).toMatch(/1\s*roll ready(?!,)/);
  });

  it('follows another player, whose name is text', async () => {
    const { element, find, all } = await mount(document.createElement('msig-player-card'));
    element.player = 'p7';
    await element.updateComplete;
    expect(find('h2').textContent).toBe('</style><b>bold</b>');
    expect(all('h2 b')).toEqual([]);
  });
});
