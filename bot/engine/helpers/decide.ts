/** Helpers: viewers who may use part of a bag, as far as their grant goes. */
import { applyItem, inBag, type Use } from '../bag/use.ts';
import type { Deciders } from '../handling.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ItemDef } from '../rules.ts';
import type { Grant, HelpRequest, PlayerId, ViewerKey } from '../state.ts';
import { emit, type Work, who } from '../work.ts';

export const HELPERS: Deciders<'grantHelper' | 'revokeHelper' | 'approve'> = {
  grantHelper(work, { command, player }) {
    const { helpers } = who(work, player);
    const { max } = work.rules.tunables.helpers;
    const { grant, viewer } = command;
    if (!helpers[viewer] && Object.keys(helpers).length >= max) return refuse('too-many-helpers', { max });
    const unknown = grant.items.find((id) => !work.rules.items[id]);
    if (unknown !== undefined) return refuse('bad-grant', { got: unknown });
    if (grant.items.length + grant.tags.length === 0) return refuse('bad-grant', { got: '—' });
    emit(work, {
      type: 'helperGranted',
      player,
      viewer,
      grant: { ...grant, left: grant.uses, since: work.at },
    });
    return undefined;
  },
  revokeHelper(work, { command, player }) {
    if (!who(work, player).helpers[command.viewer]) return refuse('no-helper', { got: command.viewer });
    emit(work, { type: 'helperRevoked', player, viewer: command.viewer });
    return undefined;
  },
  approve(work, { command, player }) {
    const request = who(work, player).requests.find((one) => one.n === command.request);
    if (!request) return refuse('no-request', { got: command.request });
    if (!command.yes) {
      emit(work, { type: 'helpAnswered', player, n: request.n, yes: false });
      return undefined;
    }
    return carryOut(work, player, request);
  },
};

/** The player has said yes: the use happens now, if it still can. */
function carryOut(work: Work, player: PlayerId, request: HelpRequest): Refusal | undefined {
  const held = who(work, player).helpers[request.by];
  if (!held) return refuse('no-grant', { player });
  const grant = current(work, held);
  const def = work.rules.items[request.item];
  // The grant may have ended, or been made narrower, since the helper asked.
  const beyond = def && grantFault(work, wanted(player, { grant, def, use: request }));
  const fault = beyond ?? helpNow(work, player, { grant, use: request, viewer: request.by });
  if (fault) return fault;
  emit(work, { type: 'helpAnswered', player, n: request.n, yes: true });
  return undefined;
}

/** `use` said by a viewer. */
export function useAsHelper(work: Work, player: PlayerId, viewer: ViewerKey, use: Use): Refusal | undefined {
  const held = who(work, player).helpers[viewer];
  if (!held) return refuse('no-grant', { player });
  const grant = current(work, held);
  const got = inBag(work, player, use.item);
  const def = got && work.rules.items[got.item];
  if (!got || !def) return refuse('no-item', { got: use.item });
  const fault = grantFault(work, wanted(player, { grant, def, use }));
  if (fault) return fault;
  if (grant.approval) return askApproval(work, player, { viewer, item: def.id, use });
  return helpNow(work, player, { grant, use, viewer });
}

/**
 * The use itself. In a fight it takes no round of the player's, so what touches the fighter is let in once a round: with
 * a full bag nobody could lose otherwise.
 */
function helpNow(
  work: Work,
  player: PlayerId,
  { grant, use, viewer }: { grant: Grant; use: Use; viewer: ViewerKey },
): Refusal | undefined {
  const def = work.rules.items[inBag(work, player, use.item)?.item ?? ''];
  const { fight } = who(work, player);
  const aids = fight && def && !wanted(player, { grant, def, use }).others;
  if (aids && fight.aided === fight.round) return refuse('fight-helped');
  const failed = applyItem(work, player, use, viewer);
  if (failed) return failed;
  spend(work, player, { viewer, grant, ...(aids ? { round: fight.round } : {}) });
  return undefined;
}

interface Wanted {
  readonly grant: Grant;
  readonly item: string;
  readonly tags: readonly string[];
  /** Is anybody but the bag's owner touched? */
  readonly others: boolean;
}

/** A trap on a cell is for whoever comes: that touches others too. */
function wanted(
  player: PlayerId,
  { grant, def, use }: { grant: Grant; def: ItemDef; use: Pick<Use, 'targets'> },
): Wanted {
  const named = (use.targets ?? []).some((id) => id !== player);
  const others = named || def.target === 'all' || def.hostile === true;
  return { grant, item: def.id, tags: def.tags, others };
}

function grantFault(work: Work, { grant, item, tags, others }: Wanted): Refusal | null {
  if (grant.until !== null && work.at >= grant.until) return refuse('grant-over');
  if (!grant.items.includes(item) && !grant.tags.some((tag) => tags.includes(tag))) {
    return refuse('no-grant', { item, tags: [...grant.tags, ...grant.items].join(', ') });
  }
  if (grant.target === 'self' && others) return refuse('grant-self-only', { item });
  if (grant.left < 1) return refuse('grant-spent', { uses: grant.uses, per: grant.per });
  return null;
}

const PERIOD = { hour: 3_600_000, day: 86_400_000 } as const;

/** Uses come back when their hour or day is over. */
function current(work: Work, grant: Grant): Grant {
  if (grant.per === 'game' || work.at - grant.since < PERIOD[grant.per]) return grant;
  return { ...grant, left: grant.uses, since: work.at };
}

function spend(
  work: Work,
  player: PlayerId,
  { grant, ...by }: { viewer: ViewerKey; grant: Grant; round?: number },
): void {
  emit(work, { type: 'helperUsed', player, grant: { ...grant, left: grant.left - 1 }, ...by });
}

/** How many requests of helpers may wait for one player. */
const MOST_REQUESTS = 5;

function askApproval(
  work: Work,
  player: PlayerId,
  ask: { viewer: ViewerKey; item: string; use: Use },
): Refusal | undefined {
  const waiting = who(work, player).requests;
  if (waiting.length >= MOST_REQUESTS || waiting.some((one) => one.by === ask.viewer))
    return refuse('busy', { is: 'request' });
  const until = work.at + work.rules.tunables.helpers.approval * 1000;
  const { targets = [], cell } = ask.use;
  const wish = { item: ask.item, targets, ...(cell === undefined ? {} : { cell }) };
  emit(work, {
    type: 'helpAsked',
    player,
    request: { n: work.state.serial, by: ask.viewer, ...wish, until },
  });
  return undefined;
}
