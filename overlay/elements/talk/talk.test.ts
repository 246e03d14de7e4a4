import { describe, expect, it } from 'vitest';
import type { TalkLine } from '../../../bot/protocol/views.ts';
import { faults } from '../fixture/faults.ts';
import { makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './talk.ts';

const make = () => document.createElement('msig-talk');
const line = (n: number, changes: Partial<TalkLine> = {}): TalkLine => ({
  n,
  at: n,
  player: n % 2 ? 'p1' : 'p2',
  from: `viewer ${n}`,
  role: 'viewer',
  text: 'hello',
  ...changes,
});

async function talk(lines: readonly TalkLine[], player: string | null = null) {
  const face = makeFace();
  face.views.put('talk', { lines });
  const element = make();
  element.player = player;
  return mount(element, face, 600);
}

describe('msig-talk', () => {
  it('merges all chats, and shows texts as text', async () => {
    const { all, words } = await talk([
      line(1),
      line(2, { text: '<img src=x onerror=alert(1)>', from: '<b>x</b>' }),
      line(3, { role: 'game', from: '' }),
    ]);
    expect(all('li')).toHaveLength(3);
    expect(all('img, b b')).toEqual([]);
    expect(words()).toContain('<img src=x onerror=alert(1)>');
    expect(words()).toContain('game');
    expect(await faults()).toEqual([]);
  });

  it('shows one chat alone when asked, and no more lines than can be read', async () => {
    const { all } = await talk(
      Array.from({ length: 300 }, (_, i) => line(i + 1)),
      'p2',
    );
    expect(all('li')).toHaveLength(40);
    expect(all('li').at(-1)!.textContent).toContain('viewer 300');
  });

  it('has a word for silence', async () => {
    const { words } = await talk([]);
    expect(words()).toContain('The chats are quiet');
    expect(await faults()).toEqual([]);
  });
});
