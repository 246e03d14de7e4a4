/** Where Twitch is: the settings `MSIG_TWITCH_*_URL` or the real addresses, checked. */
import { TwitchError } from './failures.ts';

export interface TwitchAddresses {
  /** `MSIG_TWITCH_IRC_URL`: ws, wss (WebSocket) or irc, ircs (plain TCP, TLS), any port. */
  readonly irc?: string;
  /** `MSIG_TWITCH_API_URL`: stands in for `https://api.twitch.tv/helix`. */
  readonly api?: string;
  /** `MSIG_TWITCH_AUTH_URL`: stands in for `https://id.twitch.tv/oauth2`. */
  readonly auth?: string;
  /** `MSIG_TWITCH_EVENTSUB_URL`: stands in for `wss://eventsub.wss.twitch.tv/ws`. */
  readonly eventsub?: string;
}

export const REAL = {
  irc: 'wss://irc-ws.chat.twitch.tv:443',
  api: 'https://api.twitch.tv/helix',
  auth: 'https://id.twitch.tv/oauth2',
  eventsub: 'wss://eventsub.wss.twitch.tv/ws',
} as const;

export interface IrcAddress {
  readonly over: 'websocket' | 'tcp';
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Path and query of the WebSocket; `/` at Twitch. */
  readonly path: string;
  /** As it was given, for sentences. */
  readonly text: string;
}

const KINDS: Readonly<Record<string, Pick<IrcAddress, 'over' | 'secure' | 'port'>>> = {
  'ws:': { over: 'websocket', secure: false, port: 80 },
  'wss:': { over: 'websocket', secure: true, port: 443 },
  'irc:': { over: 'tcp', secure: false, port: 6667 },
  'ircs:': { over: 'tcp', secure: true, port: 6697 },
};

/** @throws TwitchError TWITCH_ADDRESS if the text is no address of a chat server. */
export function ircAddress(text: string = REAL.irc): IrcAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const kind = url && KINDS[url.protocol];
  if (!url?.hostname || !kind) {
    const expected = 'an address such as wss://host:443, ws://host:port or irc://host:port';
    throw new TwitchError('TWITCH_ADDRESS', { given: text, setting: 'MSIG_TWITCH_IRC_URL', expected });
  }
  return {
    over: kind.over,
    secure: kind.secure,
    // An IPv6 host is written in brackets in an address, and without them to a socket.
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? kind.port : Number(url.port),
    path: `${url.pathname || '/'}${url.search}`,
    text,
  };
}

/** The base of an HTTP door, without a slash at its end. @throws TwitchError TWITCH_ADDRESS */
export function httpBase(which: 'api' | 'auth', text: string = REAL[which]): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    const setting = `MSIG_TWITCH_${which.toUpperCase()}_URL`;
    throw new TwitchError('TWITCH_ADDRESS', { given: text, setting, expected: 'an http or https address' });
  }
  return text.replace(/\/+$/, '');
}

/**
 * Where events come from; null where nothing can be there: another API than Twitch's own cannot arrange events that
 * Twitch's own socket would bring. @throws TwitchError TWITCH_ADDRESS
 */
export function eventsAddress({ api, eventsub }: TwitchAddresses): string | null {
  if (eventsub === undefined && api !== undefined && httpBase('api', api) !== REAL.api) return null;
  const text = eventsub ?? REAL.eventsub;
  if (!URL.canParse(text) || !/^wss?:$/.test(new URL(text).protocol)) {
    const expected = 'a ws or wss address';
    throw new TwitchError('TWITCH_ADDRESS', { given: text, setting: 'MSIG_TWITCH_EVENTSUB_URL', expected });
  }
  return text;
}

// The library's own rule: it throws for a login that begins with "_", which a few old accounts have.
const LOGIN = /^[a-z0-9][a-z0-9_]{0,24}$/;

/** `#Name`, `@name`, `https://www.twitch.tv/name?x` → `name`. @throws TwitchError TWITCH_CHANNEL_NAME */
export function channelLogin(given: string): string {
  const named = given.trim().replace(/^(?:https?:\/\/)?(?:(?:www|m)\.)?twitch\.tv\//i, '');
  const login = (named.replace(/^[#@]/, '').split(/[/?#]/, 1)[0] ?? '').toLowerCase();
  if (!LOGIN.test(login)) throw new TwitchError('TWITCH_CHANNEL_NAME', { given: given.slice(0, 80) });
  return login;
}
