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
  it('sends a typed line as the streamer and shows the answer', async () => {
    const { type, spy, find } = await open();
    await type('!roll');
    expect(spy).toHaveBeenCalledWith({ player: 'p1' }, { text: '!roll' });
    await vi.waitFor(() => expect(find('.answer').textContent).toBe('Done'));
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
    await vi.waitFor(() => expect(find('.answer').textContent).toBe('Busy: answer the trial first.'));
    expect(find('.answer').classList.contains('bad')).toBe(true);
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

  it('offers what is asked now as buttons', async () => {
    const pending = { is: 'fork', n: 1, cell: 3, left: 2, ways: [4, 5], until: NOW } as const;
    const { all, spy } = await open(
      undefined,
      makeFace(makeBoard({ players: [makePlayer(1, { pending })] })),
    );
    const way = all('.quick button').find((one) => one.textContent?.includes('Way 2'))!;
    expect(way.querySelector('small')!.textContent).toBe('Story');
    way.click();
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
