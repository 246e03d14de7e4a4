/** The code of fights comes late: when it does not come at first, the page is not without it for good. */
import { afterEach, expect, it, vi } from 'vitest';
import { makeFight, makeFighting } from '../../elements/fixture/fights.ts';
import { makeFace } from '../../elements/fixture/fixture.ts';
import { lose } from '../../elements/fixture/lose.ts';
import { readAddress } from '../../link/address.ts';
import type { Session } from '../../link/session.ts';
import { layFights } from './fight-layer.ts';

afterEach(async () => {
  await lose();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('asks again for the code of fights when it did not come', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const face = makeFace(makeFighting({ 1: makeFight() }));
  const address = readAddress(`${location.origin}/overlay?game=g&key=k`);
  const main = document.body.appendChild(document.createElement('main'));
  await lose('*fight-parts*');
  layFights({ face, address } as Session, main, 'full');
  await vi.waitFor(() => expect(warned).toHaveBeenCalled(), { timeout: 5_000 });
  expect(main.children).toHaveLength(0);
  await lose();
  await vi.waitFor(() => expect(main.querySelector('msig-fight')).not.toBeNull(), { timeout: 20_000 });
  expect(main.children).toHaveLength(2);
});
