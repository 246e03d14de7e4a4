/** What a bot says to the others, and what it answers. It follows its style, never a grudge against a name. */
import type { Command } from '../commands.ts';
import { repliesTo } from '../diplomacy/replies.ts';
import { diplomacyOf, type Goods, type Offer } from '../diplomacy/state.ts';
import { otherOf, treatyBetween } from '../diplomacy/treaties.ts';
import { playerOf } from '../patch.ts';
import { neighbour, ranking, toFinish } from '../places.ts';
import type { PlayerId } from '../state.ts';
import { isAllowed } from './look.ts';
import type { Mind } from './mind.ts';
import { gifts } from './moves.ts';
import { SUBJECTS, type Subject } from './style.ts';
import { deals, hands, othersOf, treatiesOf } from './talks.ts';

/** The answer to an offer that is on the table; null where none is. */
export function replyOf(mind: Mind): Command | null {
  const { look, player, style } = mind;
  const { offers } = diplomacyOf(look.state);
  if (!offers.some(({ to }) => to === player.id)) return null;
  const replies = repliesTo(look, player.id);
  for (const offer of offers) {
    const yes = replies.find((move) => move.type === 'accept' && move.offer === offer.n);
    const no = replies.find((move) => move.type === 'decline' && move.offer === offer.n);
    if (offer.to !== player.id || !no) continue;
    if (offer.is === 'trade') return yes && gainOf(mind, offer) >= 0 ? yes : no;
    const pays = offer.pay?.from === player.id;
    // Nobody likes to shield the one to beat.
    const share = ranking(look.state)[0] === offer.from ? 3 : 1;
    const willing = pays ? style.accepts.pays : style.accepts[offer.kind];
    return yes && mind.thinks(Math.round(willing / share)) ? yes : no;
  }
  return null;
}

/** Gold that a trade is worth to whoever is asked. */
function gainOf({ look }: Mind, { give, want }: Extract<Offer, { is: 'trade' }>): number {
  const worth = (goods: Goods) =>
    goods.items.reduce((sum, { item }) => sum + (look.rules.items[item]?.price ?? 0), goods.gold);
  return worth(give) - worth(want);
}

/** One thing to say at the beginning of a turn, or null. */
export function talkOf(mind: Mind): Command | null {
  if (!mind.look.rules.treaties || !mind.thinks(mind.style.talk)) return null;
  const idea = IDEAS[subjectOf(mind)](mind);
  return idea && isAllowed(mind.look, mind.player.id, idea) ? idea : null;
}

/** A partner in a fight is helped at once, whatever else there is to do. */
export function handOf(mind: Mind): Command | null {
  const { look, player, style } = mind;
  if (style.kindness === 0) return null;
  return hands(look, player.id).find((one) => isAllowed(look, player.id, one)) ?? null;
}

function subjectOf({ style, draws }: Mind): Subject {
  const total = SUBJECTS.reduce((sum, subject) => sum + style.subjects[subject], 0);
  let left = draws.int(total);
  for (const subject of SUBJECTS) {
    left -= style.subjects[subject];
    if (left <= 0) return subject;
  }
  return 'truce';
}

const IDEAS: Readonly<Record<Subject, (mind: Mind) => Command | null>> = {
  alliance: (mind) => propose(mind, 'alliance', middling(mind)),
  truce: (mind) => propose(mind, 'truce', near(mind)),
  tribute: tributeOf,
  war: warOf,
  part: (mind) => withLeader(mind, (other) => ({ type: 'leave', with: other })),
  betray: (mind) => withLeader(mind, (other) => ({ type: 'betray', with: other })),
  trade: tradeOf,
  gift: giftOf,
  contest: (mind) => doubtOf(mind),
};

function propose({ look, player }: Mind, kind: 'alliance' | 'truce', to: PlayerId | null): Command | null {
  if (to === null || treatyBetween(look.state, player.id, to)?.kind === kind) return null;
  return { type: 'propose', to, kind };
}

/** Somebody who is neither the one to beat nor out of it. */
function middling({ look, player, draws }: Mind): PlayerId | null {
  const others = ranking(look.state).filter((id) => id !== player.id);
  const fitting = others.slice(1, -1);
  return fitting[draws.int(Math.max(1, fitting.length)) - 1] ?? null;
}

function near({ look, player }: Mind): PlayerId | null {
  return neighbour(look.state, player.id, 'nearest');
}

/** A tenth of what there is, to the one behind who could shoot, or from the one next in reach. */
function tributeOf(mind: Mind): Command | null {
  const { look, player, style } = mind;
  const terms = look.rules.treaties?.tribute.terms.pay;
  const to = near(mind);
  if (!terms || to === null) return null;
  const payer = mind.thinks(style.accepts.pays) ? player.id : to;
  const gold = Math.max(terms.min, Math.min(terms.max, Math.floor(playerOf(look.state, payer).gold / 10)));
  return { type: 'propose', to, kind: 'tribute', gold, payer };
}

/** On the leader if that is somebody else, else on whoever follows. */
function warOf({ look, player }: Mind): Command | null {
  const on = ranking(look.state).find((id) => id !== player.id);
  return on === undefined ? null : { type: 'declare', on };
}

/** Who is bound to the one to beat, and could win, thinks about it. */
function withLeader({ look, player }: Mind, say: (other: PlayerId) => Command): Command | null {
  const [first] = ranking(look.state);
  const bond = treatiesOf(look, player.id).find((one) => otherOf(one, player.id) === first);
  if (!bond || first === undefined || bond.kind === 'war') return null;
  return toFinish(look.state, player.id) - toFinish(look.state, first) <= 15 ? say(first) : null;
}

function tradeOf(mind: Mind): Command | null {
  const { look, player, draws } = mind;
  const list = othersOf(look, player.id).flatMap((other) => deals(look, player, other));
  return list[draws.int(Math.max(1, list.length)) - 1] ?? null;
}

/** To a partner, or to whoever is last: never to the one to beat. */
function giftOf({ look, player }: Mind): Command | null {
  const order = ranking(look.state);
  const price = (item: string) =>
    look.rules.items[player.bag.find(({ n }) => String(n) === item)?.item ?? '']?.price ?? 0;
  const open = gifts(look, player).filter(({ to }) => to !== order[0]);
  return [...open].sort((a, b) => price(a.item) - price(b.item))[0] ?? null;
}

function doubtOf({ look, player }: Mind): Command | null {
  const claims = othersOf(look, player.id).filter((other) =>
    playerOf(look.state, other).pending.some(
      (one) => one.is === 'trial' && one.review && !one.review.contest,
    ),
  );
  return claims[0] === undefined ? null : { type: 'contest', player: claims[0] };
}
