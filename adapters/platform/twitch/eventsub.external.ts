/**
 * The library's EventSub listener with a guard at its socket. PLATFORMS 1.2, 1.6.
 *
 * The library keeps the connection, the keepalive and the move to another server right. But a frame that is no JSON
 * throws out of its socket handler and ends the process; what comes before the answer to a subscription, or with a
 * time more than 10 minutes from our clock, is dropped without a word; Twitch's own time is not handed on; every event
 * leaves a timer of 10 minutes; and a lost connection is tried again by itself, without jitter and without an end.
 */
import { EventSubWsListener } from '@twurple/eventsub-ws';

export interface Frame {
  readonly metadata: {
    readonly message_id: string;
    readonly message_type: string;
    readonly message_timestamp: string;
    readonly subscription_type?: string;
  };
  readonly payload: {
    readonly session?: { readonly id?: string; readonly reconnect_url?: string | null };
    readonly subscription?: { readonly id?: string; readonly type?: string; readonly status?: string };
    readonly event?: Readonly<Record<string, unknown>>;
  };
}

export class QuietListener extends EventSubWsListener {
  /** We take what came from the frame; the library would remember it for 10 minutes with a timer each. */
  override _handleSingleEventPayload(): void {}
}

/** As far as we touch it: `PersistentConnection` of `@d-fischer/connection`. */
interface Connection {
  readonly onReceive: unknown;
  emit(event: unknown, ...args: unknown[]): void;
  _tryConnect(...args: unknown[]): void;
  disconnect(): void;
  acknowledgeSuccessfulReconnect(): void;
}

export interface Guard {
  /** Closes the sockets, also the one that is only left behind, and lets none be opened any more. */
  end(): void;
}

/**
 * Call right after `start`. Each frame is shown to `hear` first; what is no frame of Twitch never reaches the library.
 * @throws Error if the listener has no socket for this user.
 */
export function guardSocket(listener: EventSubWsListener, user: string, hear: (frame: Frame) => void): Guard {
  const { _sockets } = listener as unknown as { _sockets: Map<string, { _connection: Connection }> };
  const connection = _sockets.get(user)?._connection;
  if (!connection) throw new Error('the listener has no socket');
  let over = false;
  const emit = connection.emit.bind(connection);
  const tryConnect = connection._tryConnect.bind(connection);
  connection.emit = (event, ...args) => {
    if (event !== connection.onReceive) return emit(event, ...args);
    const frame = over ? null : frameOf(args[0]);
    if (!frame) return;
    hear(frame);
    emit(event, ...args);
  };
  connection._tryConnect = (...args) => {
    if (!over) tryConnect(...args);
  };
  return {
    end: () => {
      over = true;
      connection.acknowledgeSuccessfulReconnect();
      connection.disconnect();
    },
  };
}

/** Null for what the library could not take: no JSON, no type, or without the part that its type needs. */
export function frameOf(data: unknown): Frame | null {
  let frame: Partial<Frame> | null;
  try {
    frame = JSON.parse(String(data)) as Partial<Frame> | null;
  } catch {
    return null;
  }
  const { metadata, payload } = frame ?? {};
  if (!metadata || !payload || typeof metadata !== 'object' || typeof payload !== 'object') return null;
  const needs = NEEDS[metadata.message_type];
  return !needs || needs(payload) ? ({ metadata, payload } as Frame) : null;
}

const NEEDS: Readonly<Record<string, (payload: Frame['payload']) => boolean>> = {
  session_welcome: ({ session }) => typeof session?.id === 'string',
  session_reconnect: ({ session }) =>
    typeof session?.reconnect_url === 'string' &&
    URL.canParse(session.reconnect_url) &&
    /^wss?:$/.test(new URL(session.reconnect_url).protocol),
  notification: ({ subscription }) => typeof subscription?.id === 'string',
  revocation: ({ subscription }) => typeof subscription?.id === 'string',
};
