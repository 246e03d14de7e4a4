import { describe, expect, it } from 'vitest';
import { faults } from '../fixture/faults.ts';
import { makeBag, makeBoard, makeFace } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './bag.ts';
import { targetsOf } from './deeds.ts';

async function open(n: number) {
  const mounted = await mount(document.createElement('msig-bag'));
  const sent: unknown[] = [];
  mounted.element.addEventListener('msig-command', (event) => sent.push((event as CustomEvent).detail));
  mounted.find(`[data-n="${n}"]`).click();
  await mounted.element.updateComplete;
  const press = async (text: string) => {
    mounted
      .all('button')
      .find((one) => one.textContent?.includes(text))!
      .click();
    await mounted.element.updateComplete;
  };
  return { ...mounted, sent, press };
}

describe('msig-bag', () => {
  it('shows the items with their rarity by colour and by the shape of the plate', async () => {
    const { all, words } = await mount(document.createElement('msig-bag'));
    expect(all('.item').map((one) => one.className.trim())).toEqual([
      'item uncommon',
      'item rare',
      'item legendary',
    ]);
    const shapes = all('.slot > path:first-child').map((one) => one.getAttribute('d'));
    expect(new Set(shapes).size).toBe(3);
    expect(words()).toContain('3 of 12 slots');
    expect(await faults()).toEqual([]);
  });

  it('gives name, line, joke and rule in the tooltip', async () => {
    const { find } = await mount(document.createElement('msig-bag'));
    const tip = find('#tip-1');
    expect(tip.getAttribute('role')).toBe('tooltip');
    expect(tip.textContent).toMatch(/Take Two.*Reroll all dice\..*Same scene.*Rerolls every die/s);
    expect(tip.textContent).toContain('§ 6.1 Single use Used once, then gone.');
    expect(find('#tip-2').textContent).not.toContain('§');
    expect(find('[data-n="1"]').getAttribute('aria-describedby')).toBe('tip-1');
  });

  it('uses an item on oneself at once', async () => {
    const { press, sent } = await open(1);
    await press('Use');
    expect(sent).toEqual([{ type: 'use', item: 'take_two' }]);
  });

  it('asks on whom, nearest first, and sends the one chosen', async () => {
    const { press, sent, all } = await open(2);
    await press('Use');
    expect(all('.targets .name')[0]!.textContent).toBe('Северный');
    expect(await faults()).toEqual([]);
    await press('Oakly');
    expect(sent).toEqual([{ type: 'use', item: 'ticket_847', targets: ['p6'] }]);
  });

  it('closes with Escape and gives the focus back', async () => {
    const { element, find, all } = await open(1);
    find('.notes button').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await element.updateComplete;
    await Promise.resolve();
    expect(all('.notes')).toEqual([]);
    expect((element.renderRoot as ShadowRoot).activeElement).toBe(find('[data-n="1"]'));
  });

  it('does not offer to use what is worn or drawn', async () => {
    const { all } = await open(3);
    expect(all('.deeds button').map((one) => one.textContent)).toEqual(['Take off', 'Throw away']);
  });

  it('sells and buys while in a market, and not what is too dear', async () => {
    const face = makeFace();
    const market = [
      { item: 'take_two', price: 12 },
      { item: 'scarf', price: 90 },
    ];
    face.views.put('bag:p1', makeBag({ market, sellFor: { 1: 6 } }));
    const { all, element } = await mount(document.createElement('msig-bag'), face);
    const sent: unknown[] = [];
    element.addEventListener('msig-command', (event) => sent.push((event as CustomEvent).detail));
    const [cheap, dear] = all<HTMLButtonElement>('.market button');
    expect(dear!.disabled).toBe(true);
    cheap!.click();
    all('.sell')[0]!.click();
    expect(all('.sell')).toHaveLength(1);
    expect(sent).toEqual([
      { type: 'buy', item: 'take_two' },
      { type: 'sell', item: 'take_two' },
    ]);
  });

  it('offers what is for allies to its holder too, without a name', () => {
    const face = makeFace();
    const choice = {
      player: 'p1',
      item: { n: 2, item: 'lunch', charges: 1, ttl: null, worn: false, wait: 0 },
    };
    const own = (target: 'ally' | 'rival') => {
      const pack = { ...face.pack, entry: () => ({ name: 'Lunch', target }) };
      return targetsOf({ ...face, pack }, makeBoard(), choice)[0]?.command;
    };
    expect(own('ally')).toEqual({ type: 'use', item: 'lunch' });
    expect(own('rival')).toMatchObject({ targets: [expect.any(String)] });
  });
});
