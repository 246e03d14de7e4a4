import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
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

  it('follows another player, whose name is text', async () => {
    const { element, find, all } = await mount(document.createElement('msig-player-card'));
    element.player = 'p7';
    await element.updateComplete;
    expect(find('h2').textContent).toBe('</style><b>bold</b>');
    expect(all('h2 b')).toEqual([]);
  });
});
