import { describe, expect, it, vi } from 'vitest';
import type { Ask } from '../../link/ask.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import { cleanName, speakerOf } from './speaker.ts';
import './chat.ts';

async function open(
  send: Ask['send'] = async () => ({ ok: true, reply: { ru: 'Готово', en: 'Done' } }),
  face = makeFace(),
) {
  const element = document.createElement('msig-chat');
  const spy = vi.fn(send);
  element.ask = { texts: () => Promise.reject(new Error('not asked')), send: spy };
  const mounted = await mount(element, face);
  const type = async (text: string) => {
    mounted.find<HTMLInputElement>('#line').value = text;
    mounted.find<HTMLFormElement>('form').requestSubmit();
    await element.updateComplete;
  };
  return { ...mounted, spy, type };
}

describe('msig-chat', () => {
  it('offers a roll in gold only while one can be made', async () => {
    const roll = async (changes: Parameters<typeof makePlayer>[1]) => {
      const { all, element } = await open(
        undefined,
        makeFace(makeBoard({ players: [makePlayer(1, changes)] })),
      );
      const button = all('.quick button').find((one) => one.textContent?.trim() === 'Roll')!;
      return { element, gold: () => button.classList.contains('main') };
    };
    const fork = { is: 'fork', n: 1, cell: 3, left: 2, ways: [4, 5], until: null } as const;
    const ready = { count: 1, next: null };
    expect((await roll({ pending: null, tokens: ready })).gold()).toBe(true);
    expect((await roll({ pending: fork, tokens: ready })).gold()).toBe(false);
    expect((await roll({ pending: null, tokens: { count: 0, next: NOW + 90_000 } })).gold()).toBe(false);
    expect((await roll({ pending: null, tokens: { count: 0, next: null } })).gold()).toBe(false);
  });

  it('says in plain sight what its two lists choose', async () => {
    const { all } = await open();
    const lists = all<HTMLSelectElement>('.who select');
    expect(lists.map(({ labels }) => labels[0]?.textContent)).toEqual([
      expect.stringMatching(/^\s*Speak as/),
      expect.stringMatching(/^\s*In the chat of/),
    ]);
  });

  it('sends a typed line as the streamer; what was done is told by the chat alone', async () => {
    const { type, spy, words } = await open();
    await type('!roll');
    expect(spy).toHaveBeenCalledWith({ player: 'p1' }, { text: '!roll' });
    await Promise.resolve();
    expect(words()).not.toContain('Done');
  });

  it('gives viewers a name to begin with, and lets it be cleared', async () => {
    const { element } = await open();
    expect(element.name).toBe('Viewer');
    element.name = '';
    await element.updateComplete;
    expect(element.name).toBe('');
  });

  it('stays at the end while its box changes, and where the reader has gone', async () => {
    const face = makeFace();
    const line = (n: number) =>
      ({ n, at: NOW, player: 'p1', from: 'x', role: 'viewer', text: `line ${n}` }) as const;
    const say = (count: number) =>
      face.views.put('talk', { lines: Array.from({ length: count }, (_, i) => line(i + 1)) });
    say(40);
    const { element, find } = await open(undefined, face);
    const box = element.parentElement!;
    const list = find('.lines');
    const gap = () => Math.round(list.scrollHeight - list.scrollTop - list.clientHeight);
    for (const height of [700, 420, 620]) {
      box.style.height = element.style.height = `${height}px`;
      await vi.waitFor(() => expect(list.clientHeight).toBeLessThan(height));
      await vi.waitFor(() => expect(gap()).toBeLessThanOrEqual(1));
    }
    // As when a box grows and shrinks again before anybody is told: nobody has gone anywhere.
    list.scrollTop -= 200;
    list.dispatchEvent(new Event('scroll'));
    say(41);
    await element.updateComplete;
    await vi.waitFor(() => expect(gap()).toBeLessThanOrEqual(1));
    list.dispatchEvent(new WheelEvent('wheel', { deltaY: -100 }));
    list.scrollTop = 0;
    // A line may come before the page has been told of the scrolling, or after.
    say(42);
    await element.updateComplete;
    expect(list.scrollTop).toBe(0);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    say(43);
    await element.updateComplete;
    expect(list.scrollTop).toBe(0);
  });

  it('keeps a command together with its sign and its number', async () => {
    const face = makeFace();
    const text = 'Развилка: !путь 2 или !go 1, но не 5!';
    face.views.put('talk', { lines: [{ n: 1, at: NOW, player: 'p1', from: 'x', role: 'game', text }] });
    const { find, all } = await open(undefined, face);
    expect(all('.typed').map((one) => one.textContent)).toEqual(['!путь 2', '!go']);
    expect(getComputedStyle(find('.typed')).whiteSpace).toBe('nowrap');
    expect(find('.lines span').textContent).toBe(text);
  });

  it('speaks as a viewer with a name in the chat of a player', async () => {
    const { element, type, spy } = await open();
    element.speaksAs = 'viewer';
    element.name = 'Night Owl';
    element.player = 'p6';
    await element.updateComplete;
    await type('hello');
    expect(spy.mock.calls[0]![0]).toEqual({
      platform: 'local',
      user: 'night owl',
      name: 'Night Owl',
      channel: 'p6',
    });
  });

  it('shows a refusal as such', async () => {
    const { type, find } = await open(async () => ({
      ok: false,
      code: 'busy',
      message: 'Busy: answer the trial first.',
    }));
    await type('!roll');
    await vi.waitFor(() => expect(find('.refusal').textContent).toBe('Busy: answer the trial first.'));
  });

  it('does not repeat a refusal that the chat of the same language has told', async () => {
    const face = makeFace();
    const told = {
      n: 1,
      at: NOW,
      player: 'p1',
      from: 'MSIG',
      role: 'game',
      text: 'Busy: the trial first.',
    } as const;
    const refuse: Ask['send'] = async () => {
      face.views.put('talk', { lines: [told] });
      return { ok: false, code: 'busy', message: 'Busy: answer the trial first.' };
    };
    const { element, type, find } = await open(refuse, face);
    await type('!roll');
    await vi.waitFor(() => expect(element.refusal).not.toBe(''));
    await element.updateComplete;
    expect(find('.refusal').textContent).toBe('');
    face.views.put('board', makeBoard({ players: [makePlayer(1, { lang: 'ru' })] }));
    await element.updateComplete;
    expect(find('.refusal').textContent).toBe('Busy: answer the trial first.');
  });

  it('shows what others say as text', async () => {
    const face = makeFace();
    const text = '<img src=x onerror=alert(1)> \u202eevil';
    face.views.put('talk', {
      lines: [{ n: 1, at: NOW, player: 'p1', from: '<b>x</b>', role: 'viewer', text }],
    });
    const { find, all } = await open(undefined, face);
    expect(find('.lines span').textContent).toBe(text);
    expect(find('.lines b').textContent).toBe('<b>x</b>');
    expect(all('img')).toEqual([]);
  });

  it('sends the line of a button under the question', async () => {
    const pending = { is: 'fork', n: 1, cell: 3, left: 2, ways: [4, 5], until: NOW } as const;
    const { find, spy } = await open(
      undefined,
      makeFace(makeBoard({ players: [makePlayer(1, { pending })] })),
    );
    const question = find<HTMLElementTagNameMap['msig-question']>('msig-question');
    await question.updateComplete;
    question.renderRoot.querySelectorAll('button')[1]!.click();
    expect(spy).toHaveBeenCalledWith({ player: 'p1' }, { text: '!go 2' });
  });

  it('brings back what was typed with the arrow up', async () => {
    const { type, find } = await open();
    await type('!odds');
    await type('!bag');
    const input = find<HTMLInputElement>('#line');
    const up = () =>
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }));
    up();
    expect(input.value).toBe('!bag');
    up();
    expect(input.value).toBe('!odds');
  });

  it('has no faults of accessibility', async () => {
    const { element } = await open();
    element.speaksAs = 'helper';
    await element.updateComplete;
    expect(await faults()).toEqual([]);
  });
});

describe('speakers', () => {
  it('cleans names of what cannot be seen', () => {
    expect(cleanName(' a\u200b\u202e b\u0000 ')).toBe('a b');
    expect(speakerOf({ role: 'viewer', player: 'p2', name: '\u200b' })).toMatchObject({
      name: 'viewer',
      user: 'viewer',
    });
  });
});
