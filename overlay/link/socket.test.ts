import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LinkState, openLink } from './socket.ts';

/** Stands where the network would: tests open it, speak through it and cut it. */
class FakeSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static made: FakeSocket[] = [];
  readyState = 0;
  binaryType = '';
  readonly sent: unknown[] = [];
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.made.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
    this.say({ type: 'welcome', session: 's', seq: 1, role: 'spectator', player: null });
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
  sayBytes(): void {
    this.dispatchEvent(new MessageEvent('message', { data: new ArrayBuffer(4) }));
  }
}

const last = () => FakeSocket.made.at(-1)!;

function open() {
  const heard = { snapshot: vi.fn(), change: vi.fn() };
  const states: LinkState[] = [];
  const link = openLink({
    url: 'ws://host/ws',
    game: 'g',
    token: 'key',
    views: ['board'],
    ...heard,
    state: (state) => states.push(state),
  });
  last().open();
  last().say({ type: 'snapshot', view: 'board', frame: 5, data: { seq: 1 } });
  return { link, states, ...heard };
}

describe('openLink', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    FakeSocket.made = [];
    vi.stubGlobal('WebSocket', FakeSocket);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('says hello, takes snapshots and changes, ignores bytes', () => {
    const { snapshot, change } = open();
    expect(last().sent).toEqual([{ type: 'hello', v: 1, token: 'key', game: 'g', views: ['board'] }]);
    expect(snapshot).toHaveBeenCalledWith('board', { seq: 1 });
    last().sayBytes();
    last().say({ type: 'change', view: 'board', from: 6, to: 7, set: [[['seq'], 2]], moments: [] });
    expect(change).toHaveBeenCalledExactlyOnceWith('board', [[['seq'], 2]], []);
  });

  it('ignores a change it already has', () => {
    const { change } = open();
    last().say({ type: 'change', view: 'board', from: 4, to: 5, set: [], moments: [] });
    expect(change).not.toHaveBeenCalled();
  });

  it('comes back after a loss, later each time, and says what it has', () => {
    const { states } = open();
    last().close();
    expect(states.at(-1)).toBe('down');
    vi.advanceTimersByTime(600);
    expect(FakeSocket.made).toHaveLength(2);
    last().close();
    vi.advanceTimersByTime(600);
    expect(FakeSocket.made).toHaveLength(2);
    vi.advanceTimersByTime(600);
    expect(FakeSocket.made).toHaveLength(3);
    last().open();
    expect(last().sent[0]).toMatchObject({ since: { board: 5 } });
  });

  it('asks anew for a view with a gap', () => {
    open();
    last().say({ type: 'change', view: 'board', from: 9, to: 9, set: [], moments: [] });
    expect(FakeSocket.made).toHaveLength(2);
    last().open();
    expect(last().sent[0]).not.toHaveProperty('since');
  });

  it('asks for more views in a new hello, and only when there are new ones', () => {
    const { link } = open();
    link.want(['board']);
    expect(FakeSocket.made).toHaveLength(1);
    link.want(['bag:p1']);
    last().open();
    expect(last().sent[0]).toMatchObject({ views: ['board', 'bag:p1'], since: { board: 5 } });
  });

  it('gives up views that the key may not see, and goes on with the rest', () => {
    const { link, states } = open();
    link.want(['bag:p1']);
    last().open();
    last().say({ type: 'bye', code: 'forbidden' });
    last().close();
    last().open();
    expect(last().sent[0]).toMatchObject({ views: ['board'] });
    link.want(['bag:p1']);
    expect(FakeSocket.made).toHaveLength(3);
    expect(states.at(-1)).toBe('up');
  });

  it('stays away when the host does not accept the key', () => {
    const { states } = open();
    last().say({ type: 'bye', code: 'bad-token' });
    last().close();
    vi.advanceTimersByTime(60_000);
    expect(FakeSocket.made).toHaveLength(1);
    expect(states.at(-1)).toBe('refused');
  });

  it('tells the host how the page fares, and says nothing into a lost link', () => {
    const { link } = open();
    link.beat({ health: { fps: 60 } });
    expect(last().sent.at(-1)).toEqual({ type: 'beat', state: { health: { fps: 60 } } });
    const gone = last();
    gone.close();
    const before = gone.sent.length;
    link.beat({ health: { fps: 60 } });
    expect(gone.sent).toHaveLength(before);
  });

  it('heals by asking for everything anew', () => {
    const { link } = open();
    link.refresh();
    expect(FakeSocket.made).toHaveLength(2);
    last().open();
    expect(last().sent[0]).not.toHaveProperty('since');
  });
});
