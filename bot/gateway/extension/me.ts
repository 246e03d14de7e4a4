/** What belongs to one viewer: own votes, what they may do now, what became of what they did. */
import type { Grant, Player } from '../../engine/state.ts';
import type { HostedGame } from '../../host/hosted-game.ts';
import type { ExtCredit, ExtMe, ExtProduct, ExtReceipt } from '../../protocol/extension.ts';
import type { Ballots } from './ballots.ts';
import type { Viewer } from './jwt.ts';

export interface About {
  readonly game: HostedGame;
  readonly player: string;
  readonly ballots: Ballots;
  readonly receipts: readonly ExtReceipt[];
  readonly credits: readonly ExtCredit[];
  readonly products: readonly ExtProduct[];
}

export function meOf(viewer: Viewer, about: About): ExtMe {
  const { game, ballots, receipts, credits, products } = about;
  const player = game.host.state.players[about.player];
  const key = viewer.user === null ? null : game.viewerKey(`twitch:${viewer.user}`, about.player);
  ballots.settle(viewer, game);
  return {
    now: game.clock.now(),
    role: viewer.role,
    shared: viewer.user !== null,
    known: !viewer.opaque.startsWith('A'),
    votes: ballots.choices(viewer, game),
    challenge: challengeOf(game, player, key),
    grant: player && key !== null ? grantOf(game, player, key) : null,
    receipts,
    credits,
    products,
  };
}

/** As the engine will judge it; the engine has the last word. */
function challengeOf(game: HostedGame, player: Player | undefined, key: string | null): ExtMe['challenge'] {
  const { cost, perViewer, perPlayer, window } = game.rules.tunables.challenge;
  const now = game.clock.now();
  const recent = (player?.challenges ?? []).filter(({ at }) => at > now - window * 1000);
  const own = recent.filter(({ by }) => by === key);
  const until = (list: readonly { readonly at: number }[], most: number) =>
    list.length < most ? 0 : Math.ceil(((list[0]?.at ?? now) + window * 1000 - now) / 1000);
  const wait = Math.max(until(own, perViewer), until(recent, perPlayer));
  return { cost, influence: player?.influence ?? 0, wait };
}

const PERIOD = { hour: 3_600_000, day: 86_400_000 } as const;

function grantOf(game: HostedGame, player: Player, key: string): ExtMe['grant'] {
  const grant = player.helpers[key];
  if (!grant) return null;
  const now = game.clock.now();
  if (grant.until !== null && now >= grant.until) return null;
  const reach = player.bag.filter(({ item }) => isCovered(game, grant, item)).map(({ n }) => n);
  const fresh = grant.per !== 'game' && now - grant.since >= PERIOD[grant.per];
  const waiting = player.requests.find(({ by }) => by === key)?.item ?? null;
  return { ...grant, left: fresh ? grant.uses : grant.left, reach, waiting };
}

function isCovered({ rules }: HostedGame, { items, tags }: Grant, item: string): boolean {
  const def = rules.items[item];
  if (!def || def.target === 'none') return false;
  return items.includes(item) || tags.some((tag) => def.tags.includes(tag));
}
