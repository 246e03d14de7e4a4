/** What the account does in the chat: writes a line, takes one away, silences somebody. 50 units each. */
import type { Calls } from './calls.ts';
import { CallFault } from './failures.ts';
import { WRITE_CALL_MS } from './outbox.ts';

export class Orders {
  readonly #calls: Calls;

  constructor(calls: Calls) {
    this.#calls = calls;
  }

  /** @returns the id of the line. @throws CallFault, YoutubeError */
  async write(liveChatId: string, messageText: string): Promise<string> {
    const { id } = await this.#calls.run(
      'write',
      'writing a line',
      (api, options) =>
        api.liveChatMessages.insert(
          {
            part: ['snippet'],
            requestBody: {
              snippet: { liveChatId, type: 'textMessageEvent', textMessageDetails: { messageText } },
            },
          },
          options,
        ),
      WRITE_CALL_MS,
    );
    return id ?? '';
  }

  /** A line that is gone already counts as taken away. @throws CallFault, YoutubeError */
  async remove(id: string): Promise<void> {
    try {
      await this.#calls.run('moderate', 'taking a line away', (api, options) =>
        api.liveChatMessages.delete({ id }, options),
      );
    } catch (error) {
      if (error instanceof CallFault && error.status === 404) return;
      throw error;
    }
  }

  /** @throws CallFault, YoutubeError */
  async silence(liveChatId: string, channelId: string, seconds: number): Promise<void> {
    const banDurationSeconds = String(Math.max(1, Math.round(seconds)));
    await this.#calls.run('moderate', 'silencing somebody', (api, options) =>
      api.liveChatBans.insert(
        {
          part: ['snippet'],
          requestBody: {
            snippet: { liveChatId, type: 'temporary', banDurationSeconds, bannedUserDetails: { channelId } },
          },
        },
        options,
      ),
    );
  }
}
