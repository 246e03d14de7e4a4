/** What all connections of the simulated chat share. */
import { randomUUID } from 'node:crypto';
import type { Tags } from './line.ts';
import { People } from './people.ts';
import { type Limits, Room } from './room.ts';
import type { Session } from './session.ts';

export interface Spoken {
  /** The id that the line has in the chat. */
  readonly id: string;
  readonly channel: string;
  readonly login: string;
  readonly text: string;
  readonly replyTo: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What tests look at is kept, but not for ever: a rehearsal lasts an evening. */
const MOST_KEPT = 20_000;

export class World {
  readonly people = new People();
  readonly rooms = new Map<string, Room>();
  readonly sessions = new Set<Session>();
  readonly limits: Limits = { lines: 20, moderatorLines: 100, windowMs: 30_000 };
  readonly sent: string[] = [];
  readonly spoken: Spoken[] = [];
  /** A line that a client wrote and Twitch shows: told to the others by the simulator. */
  onSpoken: (from: Session | null, line: Spoken) => void = () => {};

  room(channel: string): Room {
    const login = channel.replace(/^#/, '').toLowerCase();
    const known = this.rooms.get(login);
    if (known) return known;
    const room = new Room(this.people.of(login));
    this.rooms.set(login, room);
    return room;
  }

  /** Keeps what a client sent. The password is kept as it came: tokens here are made up. */
  heard(line: string): void {
    keep(this.sent, line);
  }

  /** @param from the connection that wrote it and does not hear it; null for the API. @returns the line's id. */
  accepted(from: Session | null, line: Omit<Spoken, 'id' | 'at'>): string {
    const spoken = { ...line, id: randomUUID(), at: Date.now() };
    keep(this.spoken, spoken);
    this.onSpoken(from, spoken);
    return spoken.id;
  }

  /** To all who are in the channel, but not back to the one who wrote it. */
  tell(channel: string, line: { tags: Tags; text: string }, but?: Session | null): void {
    for (const session of this.sessions) {
      if (session !== but && session.channels.has(channel)) session.tell(line.tags, line.text);
    }
  }
}

function keep<T>(list: T[], item: T): void {
  list.push(item);
  if (list.length > MOST_KEPT) list.splice(0, MOST_KEPT / 10);
}
