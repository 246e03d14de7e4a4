/** Where the gateway is, out of what a person typed; and which game a token is for. */

/** `host:4747`, `http://…`, `wss://…/ws` → the addresses of its doors. @throws TypeError if it is no address. */
export function doorsOf(gateway: string): { readonly socket: string; readonly http: string } {
  const given = /^\w+:\/\//.test(gateway) ? gateway : `http://${gateway}`;
  const url = new URL(given);
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) {
    throw new TypeError(`got ${url.protocol}//, expected http, https, ws or wss`);
  }
  return {
    socket: `${secure ? 'wss' : 'ws'}://${url.host}/ws`,
    http: `${secure ? 'https' : 'http'}://${url.host}`,
  };
}

export interface TokenSays {
  readonly game: string;
  readonly player: string;
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly ends: number;
}

/** What a player's token says of itself, unchecked: the gateway checks it. Null if it is no player's token. */
export function readToken(token: string): TokenSays | null {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const { aud, game, player, iat, exp } = claims;
    if (aud !== 'player' || typeof game !== 'string' || typeof player !== 'string') return null;
    return { game, player, issued: Number(iat) * 1000, ends: Number(exp) * 1000 };
  } catch {
    return null;
  }
}
