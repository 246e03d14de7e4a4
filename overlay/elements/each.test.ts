import fc from 'fast-check';
import { html, render } from 'lit';
import { expect, it } from 'vitest';
import { each } from './each.ts';

const show = (keys: readonly number[], host: HTMLElement) =>
  render(
    html`<ul>${each(
      keys,
      (key) => key,
      (key) => html`<li id="n${key}">${key}</li>`,
    )}<li>end</li></ul>`,
    host,
  );
const shown = (host: HTMLElement) => [...host.querySelectorAll('li')].map((one) => one.textContent);

it('shows each list in its order, keeps the elements of items that stay, and leaves nothing behind', () => {
  const list = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 });
  fc.assert(
    fc.property(fc.array(list, { minLength: 2, maxLength: 6 }), (lists) => {
      const host = document.createElement('div');
      for (const keys of lists) {
        const before = new Map([...host.querySelectorAll('li[id]')].map((one) => [one.id, one]));
        show(keys, host);
        expect(shown(host)).toEqual([...keys.map(String), 'end']);
        for (const key of keys) {
          const known = before.get(`n${key}`);
          if (known) expect(host.querySelector(`#n${key}`)).toBe(known);
        }
      }
      const all = (root: Node): number => [...root.childNodes].reduce((sum, one) => sum + 1 + all(one), 0);
      const fresh = document.createElement('div');
      show([], fresh);
      show(lists.at(-1)!, fresh);
      expect(all(host)).toBe(all(fresh));
    }),
  );
});

it('has not grown after a thousand lines have come and gone', () => {
  const host = document.createElement('div');
  const nodes = () => document.createTreeWalker(host);
  const count = () => {
    const walker = nodes();
    let sum = 0;
    while (walker.nextNode()) sum += 1;
    return sum;
  };
  show([0, 1, 2, 3, 4], host);
  const early = count();
  for (let i = 1; i < 1000; i++) show([i, i + 1, i + 2, i + 3, i + 4], host);
  expect(count()).toBe(early);
});
