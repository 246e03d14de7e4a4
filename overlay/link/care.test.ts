import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Health, nodesIn, takeCare } from './care.ts';

const EVERY = 1_100;
const faults = new EventTarget();
let leave: (() => void) | undefined;

afterEach(() => {
  leave?.();
  sessionStorage.clear();
});

function care(seq: () => number = () => 7) {
  const beats: Health[] = [];
  const [refresh, reload] = [vi.fn(), vi.fn()];
  leave = takeCare({
    source: 'dice',
    seq,
    beat: (health) => beats.push(health),
    refresh,
    reload,
    faults,
    every: EVERY,
  });
  return { beats, refresh, reload };
}

describe('takeCare', () => {
  it('tells how the page fares', async () => {
    const { beats } = care();
    await vi.waitFor(() => expect(beats).toHaveLength(1), 8_000);
    expect(beats[0]).toMatchObject({ source: 'dice', seq: 7, errors: 0 });
    expect(beats[0]!.fps).toBeGreaterThan(0);
    expect(beats[0]!.nodes).toBeGreaterThan(2);
  });

  it('loads the page anew when it keeps failing, and not twice in a row', async () => {
    const { beats, reload } = care();
    const fail = () => {
      for (let i = 0; i < 6; i++) faults.dispatchEvent(new Event('unhandledrejection'));
    };
    fail();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledTimes(1), 8_000);
    fail();
    const seen = beats.length;
    await vi.waitFor(() => expect(beats.length).toBeGreaterThan(seen), 8_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('counts what is in shadow trees', () => {
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML = '<p><b></b></p>';
    const box = document.createElement('div');
    box.append(host);
    expect(nodesIn(box)).toBe(3);
  });
});
