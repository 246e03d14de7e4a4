/**
 * The local chat: lines typed on the play page or made by the rehearsal crowd. The gateway is the chat server; its
 * lines reach the player process over the same link as everything else, and answers go back by it.
 */
import type { Capabilities, ChatMessage, Health, HealthState, PlatformAdapter } from '../contract.ts';
import { Listeners } from '../listeners.ts';

/** The wire as this adapter needs it; the player process hands it in. */
export interface LocalWire {
  onLine(listener: (line: LocalLine) => void): () => void;
  onUp(listener: (up: boolean) => void): () => void;
  /** Tells the gateway's chat what the game answers. False while the link is down. */
  say(text: string): boolean;
}

export interface LocalLine {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly roles: readonly ('broadcaster' | 'moderator' | 'vip' | 'subscriber')[];
  readonly text: string;
  readonly sentAt: number;
}

const CAN: Capabilities = { write: true, ownPages: true, maxLength: 500, pace: { lines: 20, seconds: 10 } };

export function localPlatform(channel: string, wire: LocalWire): PlatformAdapter {
  const messages = new Listeners<ChatMessage>();
  const healths = new Listeners<Health>();
  let state: HealthState = 'connecting';
  let read = 0;
  let written = 0;
  let stops: (() => void)[] = [];
  const health = (): Health => ({ state, read, written });
  const turn = (next: HealthState) => {
    if (state === next) return;
    state = next;
    healths.tell(health());
  };
  return {
    platform: 'local',
    channel,
    can: CAN,
    async connect() {
      if (stops.length > 0 || state === 'closed') return;
      stops = [
        wire.onLine((line) => {
          read += 1;
          messages.tell({ platform: 'local', channel, ...line });
        }),
        wire.onUp((up) => turn(up ? 'up' : 'down')),
      ];
      turn('up');
    },
    onMessage: (listener) => messages.add(listener),
    onHealth: (listener) => healths.add(listener),
    async send(text) {
      if (state !== 'up' || !wire.say(text)) return false;
      written += 1;
      return true;
    },
    health,
    async close() {
      for (const stop of stops) stop();
      stops = [];
      turn('closed');
    },
  };
}
