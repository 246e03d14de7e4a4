/** The game's host over HTTP: a token that is Discord's alone. */

const FETCH_MS = 10_000;

/** The referee's token is exchanged for one that can do less: it is not kept, and not used for anything else. */
export async function tokenForDiscord(http: string, admin: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${admin}`, 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(FETCH_MS);
  const listed = await fetch(`${http}/api/games`, { headers, signal });
  const { games = [] } = (await listed.json()) as { games?: readonly { game: string; status: string }[] };
  const open = games.filter(({ status }) => status !== 'finished' && status !== 'cancelled');
  const game = (open.at(-1) ?? games.at(-1))?.game;
  if (!listed.ok || game === undefined) return null;
  const body = JSON.stringify({ game });
  const made = await fetch(`${http}/api/discord-tokens`, { method: 'POST', headers, body, signal });
  const { token } = (await made.json()) as { token?: unknown };
  return made.ok && typeof token === 'string' ? token : null;
}
