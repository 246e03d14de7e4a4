import { describe, expect, it } from 'vitest';
import type { Pending, Poll } from '../../link/types.ts';
import { faults } from '../fixture/faults.ts';
import { FIGHT_PACK, makeFight } from '../fixture/fights.ts';
import { makeBoard, makeFace, makePlayer, NOW } from '../fixture/fixture.ts';
import { mount } from '../fixture/mount.ts';
import './question.ts';

const TRIAL: Pending = {
  is: 'trial',
  n: 7,
  trial: 'riddle',
  tier: 2,
  by: null,
  poll: 'q1',
  done: null,
  until: NOW + 9_000,
};
const POLL: Poll = {
  id: 'q1',
  player: 'p1',
  pending: 7,
  kind: 'quiz',
  options: 3,
  need: 0,
  opens: NOW,
  closes: NOW + 9_000,
};

async function ask(pending: Pending | null, polls: readonly Poll[] = []) {
  const face = makeFace(makeBoard({ polls, players: [makePlayer(1, { pending })] }));
  const mounted = await mount(document.createElement('msig-question'), face);
  const said: string[] = [];
  mounted.element.addEventListener('msig-say', (event) => said.push((event as CustomEvent<string>).detail));
  return { ...mounted, said };
}

describe('msig-question', () => {
  it('is nothing while nothing is asked', async () => {
    const { words } = await ask(null);
    expect(words()).toBe('');
  });

  it('asks a quiz in full and sends the bare number of an answer', async () => {
    const { words, all, said } = await ask(TRIAL, [POLL]);
    expect(words()).toContain('What has keys and no doors?');
    expect(words()).toContain('9');
    expect(all('button span').map((one) => one.textContent)).toEqual(['A piano', 'A map', 'A goat']);
    all('button')[1]!.click();
    expect(said).toEqual(['2']);
    expect(await faults()).toEqual([]);
  });

  it('says what each way of a fork begins with', async () => {
    const { all, said } = await ask({ is: 'fork', n: 1, cell: 3, left: 2, ways: [4, 5], until: NOW + 1_000 });
    expect(all('button span').map((one) => one.textContent)).toEqual([
      'monster, story, market',
      'story, market, camp',
    ]);
    all('button')[0]!.click();
    expect(said).toEqual(['!go 1']);
  });

  it('lets only the streamer answer what no vote decides', async () => {
    const choice: Pending = {
      is: 'choice',
      n: 1,
      path: 'finds/x/0',
      open: [1, 2],
      fallback: 1,
      source: null,
      poll: null,
      until: null,
    };
    const { element, all, words, said } = await ask(choice);
    all('button')[1]!.click();
    element.speaksAs = 'viewer';
    await element.updateComplete;
    all('button')[0]!.click();
    expect(said).toEqual(['!choose 2']);
    expect(words()).toContain('The streamer answers');
  });

  it('offers the word of a crowd to whoever speaks', async () => {
    const { element, find, said } = await ask({ ...TRIAL, trial: 'signal' }, [
      { ...POLL, kind: 'crowd', options: 0, need: 5 },
    ]);
    element.speaksAs = 'viewer';
    await element.updateComplete;
    find('button').click();
    expect(said).toEqual(['signal']);
  });

  it('offers the last throw', async () => {
    const { find, said } = await ask({ is: 'final', n: 1, until: null });
    find('button').click();
    expect(said).toEqual(['!roll']);
  });

  it('has a button for every order of a fight, and says why one cannot be pressed', async () => {
    const base = makeFight();
    const fight = makeFight({
      me: { ...base.me, band: 'far', dash: 1 },
      prop: { id: 'chandelier', used: false },
    });
    const pending = { is: 'fight', n: 1, until: NOW + 9_000 } as Pending;
    const face = makeFace(makeBoard({ players: [makePlayer(1, { pending, fight })] }));
    face.setPack(FIGHT_PACK);
    const { element, all, words } = await mount(document.createElement('msig-question'), face, 340);
    const said: string[] = [];
    element.addEventListener('msig-say', (event) => said.push((event as CustomEvent<string>).detail));
    const shut = all<HTMLButtonElement>('button').filter((one) => one.disabled);
    for (const one of all('button')) one.click();
    expect(said).toEqual(['!hit mid', '!hit far', '!skill', '!flee', '!auto']);
    expect(shut.map((one) => one.textContent?.trim())).toEqual([
      '!hit nearout of reach, dash first',
      '!dashin 1 round',
      '!proptakes the near weapon',
    ]);
    expect(words()).toContain('Snow Hunter');
    expect(words()).not.toContain('Which way?');
    expect(await faults()).toEqual([]);
    element.speaksAs = 'viewer';
    await element.updateComplete;
    expect(all('button')).toHaveLength(0);
  });
});
