/** The platform's call for writing, as the outbox needs it. */
import type { Api } from './api.ts';
import type { Broadcast } from './broadcast.ts';
import type { Mouth } from './outbox.ts';

export interface MouthSettings {
  readonly api: Api;
  readonly channel: string;
  readonly broadcast: Broadcast;
  /** The stream could not be read again. */
  readonly failed: (error: unknown) => void;
  /** The line is about to be written: it will come back. */
  readonly sent: (text: string) => void;
  /** The account may not write here. */
  readonly forbidden: () => void;
}

export function mouthOf({ api, channel, broadcast, failed, sent, forbidden }: MouthSettings): Mouth {
  return {
    get streamId() {
      return broadcast.streamId;
    },
    newStream: async () => {
      await broadcast.look().catch(failed);
      return broadcast.streamId;
    },
    post: async (streamId, text) => {
      sent(text);
      const query = { channel_url: channel, stream_id: streamId };
      await api.post('/chat/message/send', { query, body: { parts: [{ text: { content: text } }] } });
    },
    forbidden,
  };
}
