import { afterEach, describe, expect, it, vi } from 'vitest';
import { SOURCES } from '../../link/address.ts';
import type { KeyAnswer } from '../../link/keys.ts';
import { faults } from '../fixture/faults.ts';
import { makeBoard, makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './links.ts';

afterEach(() => vi.restoreAllMocks());

const forbidden: KeyAnswer = { ok: false, why: 'forbidden' };

async function open(first: KeyAnswer = { ok: true, key: 'ov_old' }, lang: 'ru' | 'en' = 'en') {
  const element = document.createElement('msig-links');
  // Nothing is served here: the preview has to show nothing.
  element.place = { origin: 'data:text/html,', game: 'g' };
  const replace = vi.fn(async (): Promise<KeyAnswer> => ({ ok: true, key: 'ov_new' }));
  element.keys = { current: async () => first, replace };
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const mounted = await mount(element, makeFace(makeBoard(), lang), 1200);
  await vi.waitFor(() => expect(mounted.find('.said').textContent || element.key).not.toBe(''));
  await element.updateComplete;
  const press = async (text: string | RegExp, within = 'button') => {
    const button = mounted.all(within).find((one) => (one.textContent ?? '').match(text));
    if (!button) throw new Error(`no button ${text}`);
    button.click();
    await element.updateComplete;
  };
  const set = async (label: string, option: string) => {
    const field = mounted.all('.options label').find((one) => one.textContent?.trim().startsWith(label))!;
    const select = field.querySelector('select')!;
    select.selectedIndex = [...select.options].findIndex((one) => one.text === option);
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };
  return { ...mounted, keys: element.keys, replace, copied, press, set };
}

describe('msig-links', () => {
  it('has a link for every source, copied with one press', async () => {
    const { all, copied } = await open();
    const buttons = all<HTMLButtonElement>('.sources li button:last-child');
    expect(buttons).toHaveLength(SOURCES.length);
    for (const button of buttons) button.click();
    await vi.waitFor(() => expect(copied).toHaveBeenCalledTimes(SOURCES.length));
    expect(copied.mock.calls.map(([link]) => /page=(\w+)/.exec(link)?.[1])).toEqual([...SOURCES]);
    expect(await faults()).toEqual([]);
  });

  it('writes what was set into the link, and shows it', async () => {
    const { find, press, set, copied } = await open();
    await press(/^Player card/, '.source');
    await set('Size', '560×400');
    await set('Theme', 'Cut paper');
    await set('Motion', 'Reduced');
    await set('Scale', '150%');
    await set('Language', 'Русский');
    await press(/^Copy$/, '.take button');
    const [link] = copied.mock.lastCall!;
    const said = Object.fromEntries(new URLSearchParams(link.slice(link.indexOf('?'))));
    expect(said).toEqual({
      game: 'g',
      key: 'ov_old',
      page: 'corner',
      lang: 'ru',
      size: '560x400',
      theme: 'paper',
      motion: 'reduced',
      player: 'p1',
      scale: '1.5',
    });
    const preview = find<HTMLIFrameElement>('iframe');
    expect(preview.src).toBe(link);
    expect(preview.getBoundingClientRect().right).toBeLessThanOrEqual(
      find('.chosen').getBoundingClientRect().right,
    );
  });

  it('keeps the key off the screen, unless the browser will not copy', async () => {
    const { words, find, press, copied, element } = await open();
    expect(words()).not.toContain('ov_old');
    copied.mockRejectedValue(new Error('no'));
    await press(/^Copy$/, '.take button');
    await vi.waitFor(() => expect(find('.said').textContent).toContain('by hand'));
    await element.updateComplete;
    expect(find('code').textContent).toContain('ov_old');
  });

  it('ends all links only when asked twice, and goes on with a fresh key', async () => {
    const { press, replace, find, element } = await open();
    await press('Revoke all links');
    await press('Keep them');
    expect(replace).not.toHaveBeenCalled();
    await press('Revoke all links');
    await press('Revoke all, now');
    await vi.waitFor(() => expect(element.key).toBe('ov_new'));
    await element.updateComplete;
    expect(find<HTMLIFrameElement>('iframe').src).toContain('ov_new');
    expect(find('.said').textContent).toContain('Old links no longer open');
  });

  it('takes the old link off the page when it has ended and no fresh one came, and asks again', async () => {
    const { press, replace, find, all, element, keys } = await open();
    replace.mockResolvedValue({ ok: false, why: 'ended' });
    await press('Revoke all links');
    await press('Revoke all, now');
    await vi.waitFor(() => expect(find('.said').textContent).toContain('Old links have ended'));
    expect(all('iframe')).toEqual([]);
    expect(all<HTMLButtonElement>('.sources li button:last-child').every((one) => one.disabled)).toBe(true);
    expect(find<HTMLButtonElement>('.take button').disabled).toBe(true);
    expect(await faults()).toEqual([]);
    keys.current = async () => ({ ok: true, key: 'ov_new' });
    await press('Ask for a fresh link');
    await vi.waitFor(() => expect(find<HTMLIFrameElement>('iframe').src).toContain('ov_new'));
    expect(element.key).toBe('ov_new');
    expect(all('button').map((one) => one.textContent)).not.toContain('Ask for a fresh link');
  });

  it('shows in its fields what the link has, whatever was picked by hand before', async () => {
    const { press, set, all } = await open();
    await press(/^Player card/, '.source');
    await set('Size', '560×400');
    await set('Size', '420×300');
    await set('Size', '560×400');
    await press(/^Full scene/, '.source');
    await press(/^Player card/, '.source');
    const [size] = all('.options label');
    expect(size?.querySelector('select')?.selectedOptions[0]?.text).toBe('420×300');
  });

  it('says who gives links out, where this page may not', async () => {
    const { find, all } = await open(forbidden, 'ru');
    expect(find('.said').textContent).toContain('Ссылки даёт хозяин игры');
    expect(all('iframe')).toEqual([]);
    expect(all<HTMLButtonElement>('.sources li button:last-child').every((one) => one.disabled)).toBe(true);
    expect(await faults()).toEqual([]);
  });
});
