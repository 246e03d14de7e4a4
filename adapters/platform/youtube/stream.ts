/** One life of the streamed chat: opened, read answer by answer, and left when it ends, breaks or falls silent. */
import type { Readable } from 'node:stream';
import type { youtube_v3 } from 'googleapis/build/src/apis/youtube/v3.js';
import type { Page } from './api.external.ts';
import type { Calls } from './calls.ts';
import type { Clock } from './clock.ts';
import { CallFault, YoutubeError } from './failures.ts';
import { Pieces } from './pieces.ts';

/** `over`: the chat is. `closed`: YouTube ended the stream, as it does now and then. `silent`: we did. */
export type StreamEnd = 'over' | 'closed' | 'silent' | 'stopped';

export interface StreamSettings {
  readonly calls: Calls;
  readonly clock: Clock;
  readonly stop: AbortSignal;
  readonly silenceMs: () => number;
}

export interface StreamEvents {
  readonly open: () => void;
  /** @returns true if the chat is over. */
  readonly page: (page: Page) => boolean;
}

/** An empty array with line ends. */
const BARE = 16;

type Query = youtube_v3.Params$Resource$Youtube$V3$Livechat$Messages$Stream;

/** @throws CallFault with reason `cut` (broke off), `unreadable`, or the reason of a refused opening. */
export async function readStream(
  settings: StreamSettings,
  query: Query,
  events: StreamEvents,
): Promise<StreamEnd> {
  const { calls, stop } = settings;
  const end = new AbortController();
  const leave = () => end.abort();
  if (stop.aborted) return 'stopped';
  stop.addEventListener('abort', leave, { once: true });
  try {
    const body = await calls.open(
      'stream',
      'opening the stream',
      (api, options) =>
        api.youtube.v3.liveChat.messages.stream(query, { ...options, responseType: 'stream' }),
      end,
    );
    events.open();
    return await readBody(body, end, { settings, events });
  } finally {
    stop.removeEventListener('abort', leave);
    end.abort();
  }
}

async function readBody(
  body: Readable,
  end: AbortController,
  { settings, events }: { settings: StreamSettings; events: StreamEvents },
): Promise<StreamEnd> {
  const { clock, stop } = settings;
  const pieces = new Pieces();
  const heard = { at: clock.now(), silent: false, bytes: 0, pages: 0 };
  void watch(heard, end, settings);
  try {
    for await (const bytes of body) {
      heard.at = clock.now();
      heard.bytes += (bytes as Uint8Array).length;
      for (const piece of readable(pieces, bytes as Uint8Array)) {
        heard.pages += 1;
        if (events.page(checked(piece))) return 'over';
      }
    }
  } catch (error) {
    if (stop.aborted) return 'stopped';
    if (heard.silent) return ended(heard, 'silent');
    if (error instanceof CallFault || error instanceof YoutubeError) throw error;
    throw new CallFault({ status: null, reason: 'cut', text: 'the stream was cut' });
  } finally {
    body.destroy();
  }
  return ended(heard, heard.silent ? 'silent' : 'closed');
}

/** Bytes came, and no page in them: a framing that we do not know. */
function ended(heard: { bytes: number; pages: number }, how: StreamEnd): StreamEnd {
  if (heard.bytes <= BARE || heard.pages > 0) return how;
  throw new CallFault({ status: 200, reason: 'unreadable', text: 'the stream has no pages in it' });
}

/** Nothing at all for long: a socket can be dead without a sign, and opening it again with the token loses nothing. */
async function watch(
  heard: { at: number; silent: boolean },
  end: AbortController,
  { clock, silenceMs }: StreamSettings,
): Promise<void> {
  while (!end.signal.aborted) {
    const left = heard.at + silenceMs() - clock.now();
    if (left <= 0) {
      heard.silent = true;
      return end.abort();
    }
    await clock.sleep(left, end.signal);
  }
}

function readable(pieces: Pieces, bytes: Uint8Array): unknown[] {
  try {
    return pieces.take(bytes);
  } catch {
    throw new CallFault({ status: 200, reason: 'unreadable', text: 'the stream is not JSON as we know it' });
  }
}

/** A failure can also come in the stream, in place of a page. */
function checked(piece: unknown): Page {
  const { error } = piece as { error?: { code?: number; message?: string; errors?: { reason?: string }[] } };
  if (!error) return piece as Page;
  throw new CallFault({
    status: error.code ?? 500,
    reason: error.errors?.[0]?.reason ?? `http_${error.code ?? 500}`,
    text: `in the stream: ${String(error.message ?? '').slice(0, 120)}`,
  });
}
