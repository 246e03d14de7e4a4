/**
 * One connection to OBS, from the first byte to the last: one client of the library, used once. The library leaves
 * calls unanswered for ever when the socket closes, and waits without end for a greeting; here every wait has an end.
 */
import OBSWebSocket, {
  EventSubscription,
  type OBSEventTypes,
  type OBSRequestTypes,
  type OBSResponseTypes,
  OBSWebSocketError,
} from 'obs-websocket-js/json';
import { ObsRefusal, SceneError } from '../failures.ts';

export interface LineOptions {
  readonly url: string;
  readonly password: string | null;
  /** From the start to the accepted greeting. */
  readonly deadlineMs: number;
  /** One call. */
  readonly callMs: number;
  readonly onScene: (name: string) => void;
  /** The connection is over, by whatever side; called once, and not for one that was never there. */
  readonly onGone: (error: SceneError) => void;
}

/** Request status NotReady: OBS is starting or changes its scene collection. */
const NOT_READY = 207;
const NOT_READY_PAUSE_MS = 150;
/** Close codes of the protocol. */
const AUTHENTICATION_FAILED = 4009;
const RPC_VERSION = 4010;
const SESSION_INVALIDATED = 4011;

/** The library's client, with a way to end a socket that does not answer even a close. */
class Client extends OBSWebSocket {
  /** False once the socket has closed. */
  get there(): boolean {
    return this.socket !== undefined;
  }

  cut(): void {
    (this.socket as { terminate?: () => void } | undefined)?.terminate?.();
  }
}

export class ObsLine {
  /** Version of obs-websocket. */
  readonly version: string;
  readonly #client: Client;
  readonly #options: LineOptions;
  readonly #waiting = new Set<(error: SceneError) => void>();
  #over: SceneError | null = null;

  /** @throws SceneError SCENE_UNREACHABLE, SCENE_PASSWORD, SCENE_OLD, SCENE_SILENT, SCENE_KICKED */
  static async open(options: LineOptions): Promise<ObsLine> {
    const client = new Client();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(silent(options.url, 'our greeting', options.deadlineMs));
        client.cut();
      }, options.deadlineMs);
    });
    const mask = EventSubscription.Scenes | EventSubscription.Config;
    const greeting = client.connect(options.url, options.password ?? undefined, { eventSubscriptions: mask });
    try {
      const { obsWebSocketVersion } = await Promise.race([greeting, late]);
      if (!client.there) throw new SceneError('SCENE_GONE', { url: options.url, detail: 'at once' });
      return new ObsLine(client, obsWebSocketVersion, options);
    } catch (error) {
      greeting.catch(() => {});
      throw error instanceof SceneError ? error : greetingFault(error, options.url);
    } finally {
      clearTimeout(timer);
    }
  }

  private constructor(client: Client, version: string, options: LineOptions) {
    this.#client = client;
    this.version = version;
    this.#options = options;
    client.on('ConnectionClosed', (error) => this.#end(closedFault(error, options.url)));
    client.on('CurrentProgramSceneChanged', ({ sceneName }: OBSEventTypes['CurrentProgramSceneChanged']) =>
      options.onScene(sceneName),
    );
  }

  /**
   * The answer of OBS; while it is not ready, asked again within the time of a call.
   * @throws ObsRefusal if it said no; SceneError SCENE_SILENT, SCENE_GONE
   */
  call<T extends keyof OBSRequestTypes>(type: T, data?: OBSRequestTypes[T]): Promise<OBSResponseTypes[T]> {
    return this.request(type, data) as Promise<OBSResponseTypes[T]>;
  }

  /** The same for requests that the protocol has, but its published list has not. */
  async request(type: string, data?: unknown): Promise<unknown> {
    const until = Date.now() + this.#options.callMs;
    for (;;) {
      try {
        return await this.#once({ type, data, ms: Math.max(1, until - Date.now()) });
      } catch (error) {
        const early = error instanceof ObsRefusal && error.code === NOT_READY;
        if (!early || Date.now() + NOT_READY_PAUSE_MS >= until) throw error;
        await new Promise((resolve) => setTimeout(resolve, NOT_READY_PAUSE_MS));
      }
    }
  }

  #once({ type, data, ms }: { type: string; data: unknown; ms: number }): Promise<unknown> {
    if (this.#over) return Promise.reject(this.#over);
    const { url, callMs } = this.#options;
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer);
        this.#waiting.delete(fail);
      };
      const fail = (error: Error) => {
        settle();
        reject(error);
      };
      const timer = setTimeout(() => fail(silent(url, type, callMs)), ms);
      this.#waiting.add(fail);
      this.#client.call(type as keyof OBSRequestTypes, data as never).then(
        (answer) => {
          settle();
          resolve(answer);
        },
        (error: unknown) => fail(refusalOf(type, error)),
      );
    });
  }

  /** Ends a connection that has gone silent, as if it had been lost. */
  cut(why: SceneError): void {
    this.#client.cut();
    this.#end(why);
  }

  /** Ends the connection without an `onGone`. Resolves within half a second. */
  async close(): Promise<void> {
    this.#fail(new SceneError('SCENE_CLOSED', { url: this.#options.url }));
    const polite = this.#client.disconnect().catch(() => {});
    const late = setTimeout(() => this.#client.cut(), 400);
    await polite;
    clearTimeout(late);
  }

  #end(error: SceneError): void {
    if (this.#over) return;
    this.#fail(error);
    this.#options.onGone(error);
  }

  #fail(error: SceneError): void {
    this.#over ??= error;
    for (const fail of [...this.#waiting]) fail(error);
  }
}

function silent(url: string, what: string, ms: number): SceneError {
  return new SceneError('SCENE_SILENT', { url, what, seconds: Math.ceil(ms / 1000) });
}

function refusalOf(type: string, error: unknown): Error {
  if (error instanceof OBSWebSocketError) return new ObsRefusal(type, error.code, error.message ?? '');
  return error instanceof Error ? error : new Error(String(error));
}

function greetingFault(error: unknown, url: string): SceneError {
  const { code, message } = error as { code?: unknown; message?: string };
  const detail = message || (code === undefined ? String(error) : `code ${String(code)}`);
  if (code === AUTHENTICATION_FAILED) return new SceneError('SCENE_PASSWORD', { url }, error);
  if (code === RPC_VERSION || /subprotocol|Unexpected server response/i.test(detail))
    return new SceneError('SCENE_OLD', { url, detail }, error);
  if (code === SESSION_INVALIDATED) return closedFault({ code, message: detail }, url);
  return new SceneError('SCENE_UNREACHABLE', { url, detail }, error);
}

function closedFault({ code, message }: { code: number; message: string }, url: string): SceneError {
  if (code === SESSION_INVALIDATED) return new SceneError('SCENE_KICKED', { url, seconds: 60 });
  return new SceneError('SCENE_GONE', { url, detail: message || `code ${code}` });
}
