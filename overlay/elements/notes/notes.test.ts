import { describe, expect, it } from 'vitest';
import type { NotesView } from '../../../bot/protocol/asks.ts';
import { faults } from '../fixture/faults.ts';
import { makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './notes.ts';

async function shown(texts: readonly string[]) {
  const face = makeFace();
  const notes = texts.map((text, i) => ({ n: i + 1, at: i, text }));
  face.views.put('notes:p1', { player: 'p1', notes, most: 20 } satisfies NotesView);
  const element = document.createElement('msig-notes');
  element.player = 'p1';
  const { all, words } = await mount(element, face, 600);
  return { element, all, words };
}

describe('msig-notes', () => {
  it('shows notes as text, and how many more there is room for', async () => {
    const { all, words } = await shown(['buy <b>soup</b>', 'ladder']);
    expect(all('li')).toHaveLength(2);
    expect(all('li b b, span b')).toEqual([]);
    expect(words()).toContain('buy <b>soup</b>');
    expect(words()).toContain('room for 18');
    expect(await faults()).toEqual([]);
  });

  it('asks for one to be taken out by the line that says so', async () => {
    const { element, all } = await shown(['one', 'two']);
    const lines: string[] = [];
    element.addEventListener('msig-line', (event) => lines.push((event as CustomEvent<string>).detail));
    (all('button')[1] as HTMLButtonElement).click();
    expect(lines).toEqual(['!note -2']);
  });

  it('says how to write the first one', async () => {
    const { words } = await shown([]);
    expect(words()).toContain('!note text');
    expect(await faults()).toEqual([]);
  });
});
