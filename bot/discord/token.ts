/** Which game a token of the Discord process is for, and for how long. */

export interface DiscordTokenSays {
  readonly game: string;
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly ends: number;
}

/** What the token says of itself, unchecked: the gateway checks it. Null if it is for something else. */
export function readDiscordToken(token: string): DiscordTokenSays | null {
  const { aud, game, iat, exp } = claimsOf(token);
  if (aud !== 'discord' || typeof game !== 'string') return null;
  return { game, issued: Number(iat) * 1000, ends: Number(exp) * 1000 };
}

/** The referee's own, which can be exchanged. */
export function isAdminToken(token: string): boolean {
  return claimsOf(token).aud === 'admin';
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const text = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}
