/** What the game says for one seat: in the seat's own talk always, and in its outside chats as far as they can be written. */
import type { PlatformAdapter } from '../../adapters/platform/contract.ts';
import { Answers } from './answers.ts';

export interface VoicesOptions {
  readonly adapters: readonly PlatformAdapter[];
  /** The seat's own talk, shown by the game's pages. */
  readonly talk: (line: string) => void;
}

/** Pages show lines as fast as people read them; no platform limits that. */
const TALK = { maxLength: 500, pace: { lines: 20, seconds: 10 } };

export class Voices {
  readonly #talk: Answers;
  readonly #outside: readonly (readonly [PlatformAdapter, Answers])[];

  constructor({ adapters, talk }: VoicesOptions) {
    this.#talk = new Answers({ ...TALK, send: talk });
    this.#outside = adapters
      .filter(({ can }) => !can.ownPages)
      .map((adapter) => {
        const { maxLength, pace } = adapter.can;
        // What a chat can do may change with its account, so it is asked at each line.
        const send = (line: string) => void (adapter.can.write && adapter.send(line));
        return [adapter, new Answers({ maxLength, pace, send })] as const;
      });
  }

  /** Something that concerns everybody here. */
  tell(line: string): void {
    this.#talk.add(line);
    for (const [, answers] of this.#outside) answers.add(line);
  }

  /** An answer to somebody's line: where it was asked. */
  answer(platform: string, line: string): void {
    this.#talk.add(line);
    for (const [adapter, answers] of this.#outside) if (adapter.platform === platform) answers.add(line);
  }

  close(): void {
    this.#talk.close();
    for (const [, answers] of this.#outside) answers.close();
  }
}
