import { afterEach, describe, expect, it, vi } from 'vitest';
import { lose } from '../elements/fixture/lose.ts';
import { makeTreaty } from '../elements/fixture/treaties.ts';
import { createBoard } from './board.ts';
import { sampleBoard } from './dev/sample.ts';
import { sampleMoment, sampleView } from './dev/scene.ts';
import type { BoardFace, BoardOptions, BoardView } from './types.ts';

const map = sampleBoard('S', 'face');
const view = sampleView(map, { players: 8, crowd: 0, lead: 0.5 });
let face: BoardFace | null = null;
let host: HTMLElement | null = null;

afterEach(() => {
  face?.destroy();
  host?.remove();
});

/** A board in a host of half size, once its first picture is there. */
async function open(first: BoardView, options: Partial<BoardOptions> = {}): Promise<HTMLElement> {
  host = document.createElement('div');
  host.style.cssText = 'position:relative;width:600px;height:416px';
  document.body.append(host);
  face = createBoard(host, { lang: 'en', motion: 'reduced', ...options });
  face.update(first);
  return until(() => host!.querySelector<HTMLElement>('.msig-board'));
}

async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  for (let i = 0; i < 200; i++) {
    const found = find();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not come');
}

/** Middles of the tokens on the screen, by their order in the view. */
function tokens(root: HTMLElement): string[] {
  return [...root.querySelectorAll<HTMLElement>('.tokens .sprite')].map((node) => node.style.transform);
}

describe('createBoard', () => {
  it('draws every player once, names them, and fits its host', async () => {
    const root = await open(view);
    expect(tokens(root)).toHaveLength(8);
    const names = [...root.querySelectorAll('.plate bdi')].map((node) => node.textContent);
    expect(names).toContain('Северный');
    expect(root.getBoundingClientRect().width).toBeCloseTo(600, 0);
    expect(root.getAttribute('aria-label')).toContain('In front: LiraVox');
  });

  it('comes as well when the code of its theme did not come at first', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    await lose('*flat/theme*');
    const opened = open(view, { theme: 'signal' });
    await vi.waitFor(() => expect(warned).toHaveBeenCalled());
    await lose();
    expect(tokens(await opened)).toHaveLength(8);
    warned.mockRestore();
  });

  it('paints glass: the picture is neither empty nor of one colour', async () => {
    const root = await open(view);
    const canvas = root.querySelector<HTMLCanvasElement>('.world > canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<number>();
    for (let i = 0; i < data.length; i += 4 * 997)
      seen.add((data[i]! >> 4) * 256 + (data[i + 1]! >> 4) * 16 + (data[i + 2]! >> 4));
    expect(seen.size).toBeGreaterThan(60);
  });

  it('moves a token to where the view says, without a moment', async () => {
    const root = await open(view);
    const before = tokens(root)[3];
    const moved = {
      ...view,
      players: view.players.map((player, i) => (i === 3 ? { ...player, cell: 2 } : player)),
    };
    face!.update(moved);
    await until(() => tokens(root)[3] !== before);
  });

  it('plays a roll to its end and calls for the dice', async () => {
    let asked = 0;
    let time = 0;
    const root = await open(view, { motion: 'full', clock: () => time, onDice: () => asked++ });
    const id = view.players[0]!.id;
    const roll = sampleMoment(view, id, 'roll');
    const path = (roll[1] as { path: readonly number[] }).path;
    const before = tokens(root)[0];
    face!.play({ seq: 2, at: 0, events: roll });
    const after = {
      ...view,
      players: view.players.map((player) => (player.id === id ? { ...player, cell: path.at(-1)! } : player)),
    };
    face!.update(after);
    for (let i = 0; i < 120; i++) {
      time += 90;
      face!.update(after);
      await new Promise(requestAnimationFrame);
    }
    expect(asked).toBe(1);
    expect(tokens(root)[0]).not.toBe(before);
    expect(root.querySelectorAll('.marks .sprite')).toHaveLength(0);
  });

  it('numbers the ways of a fork and marks opened cells', async () => {
    const fork = map.cells.find((cell) => cell.next.length > 1)!;
    const pending = {
      n: 1,
      is: 'fork',
      cell: fork.id,
      left: 3,
      ways: fork.next,
    } as unknown as BoardView['players'][number]['pending'];
    const asked = {
      ...view,
      opened: [4],
      players: view.players.map((player, i) => (i ? player : { ...player, pending })),
    };
    const root = await open(asked);
    expect([...root.querySelectorAll('.way')].map((node) => node.textContent)).toEqual(['1', '2']);
    expect(root.querySelectorAll('.seals .sprite')).toHaveLength(1);
  });

  it('draws bonds between tokens, each in its own way, and takes them away again', async () => {
    const treaties = [makeTreaty(1, 'war', ['p1', 'p5']), makeTreaty(2, 'alliance', ['p2', 'p8'])];
    const root = await open({ ...view, treaties });
    const lines = () => [...root.querySelectorAll('.bond')].map((node) => node.getAttribute('class'));
    expect(lines()).toEqual(['bond war', 'bond alliance']);
    expect(root.querySelector('.bond.war path')!.getAttribute('d')).toContain('l');
    expect(root.querySelectorAll('.bond-sign')).toHaveLength(2);
    face!.update({ ...view, treaties: [] });
    await until(() => lines().length === 0);
  });

  it('shows what stands on a cell, shut or open, and the way that opens', async () => {
    const objects = { 4: 'slot_lever', 9: 'nobody knows it' };
    const root = await open({ ...view, objects, opened: [] });
    const things = () => [...root.querySelectorAll('.thing')].map((node) => node.getAttribute('class'));
    expect(things()).toEqual(['thing shut', 'thing shut']);
    const shut = root.querySelector('.thing path')!.getAttribute('d');
    expect(root.querySelectorAll('.passage')).toHaveLength(0);
    face!.update({ ...view, objects, opened: [4], passages: { 4: 11 } });
    await until(() => root.querySelector('.passage'));
    expect(things().sort()).toEqual(['thing open', 'thing shut']);
    expect(root.querySelector('.thing.open path')!.getAttribute('d')).not.toBe(shut);
  });

  it('looks at a large map through a camera and shows the whole race in small', async () => {
    const large = sampleBoard('L', 'camera');
    const root = await open({ ...sampleView(large, { players: 4, crowd: 0, lead: 0.9 }), game: 'large' });
    expect(root.querySelectorAll('.minimap i')).toHaveLength(4);
    expect(root.querySelector<HTMLElement>('.world')!.style.transform).not.toBe('translate(0px, 0px)');
  });

  it('leaves nothing behind', async () => {
    await open(view);
    face!.destroy();
    expect(host!.childElementCount).toBe(0);
  });
});
