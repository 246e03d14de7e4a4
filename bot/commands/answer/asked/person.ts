/** Questions about one player: status, place, neighbours, effects, bag, helpers, what waits. */
import type { ActiveEffect, Pending } from '../../../engine/state.ts';
import type { BagItemView, BoardView, PlayerView } from '../../../protocol/views.ts';
import type { Part } from '../compose.ts';
import { pendingPart, pollQuestion, timeLeft } from '../questions.ts';
import {
  cellNumber,
  entryName,
  grantTerms,
  place,
  playerName,
  type Speech,
  shownName,
  viewerName,
  wordsOf,
} from '../say.ts';
import { duration, plural } from '../template.ts';
import { type Answerer, type Asked, sentence, short } from './asked.ts';

export const status: Answerer = ({ speech, board, player }) => {
  const { tokens } = player;
  // The view is as old as the last command; what has come since is added here.
  const come = tokens.next !== null && speech.at >= tokens.next;
  const values = {
    name: playerName(speech, player.id),
    place: place(speech, player.cell),
    toFinish: player.toFinish,
    rank: player.place,
    hp: player.hp,
    maxHp: player.maxHp,
    gold: player.gold,
    rolls: String(tokens.count + (come ? 1 : 0)),
    wait: tokens.next === null || come ? undefined : duration(speech.lang, (tokens.next - speech.at) / 1000),
  };
  const parts = [sentence('status', values)];
  if (player.pending) parts.push(sentence('waitsFor', { is: waitingFor(speech, player.pending) }, 6));
  parts.push(...presence(speech, player, board));
  if (player.effects.length > 0)
    parts.push({
      about: null,
      phrase: 'effectsLine',
      values: { list: effectNames(speech, player.effects, 4) },
      weight: 4,
    });
  return parts;
};

/** Who is on turn, and whether somebody sits there. */
function presence({ lang, at, names }: Speech, player: PlayerView, { turns }: BoardView): readonly Part[] {
  const parts: Part[] = [];
  const { time } = player;
  if (turns) {
    const name = shownName(names[turns.player] ?? turns.player);
    parts.push(sentence('turnOf', { name, wait: duration(lang, (turns.until - at) / 1000) }, 5));
  }
  if (time?.autopilot) parts.push(sentence('piloted', {}, 5));
  else if (time && !time.live) {
    const shield = time.shieldFrom !== null && time.shieldFrom <= at;
    parts.push(sentence(shield ? 'awayShielded' : 'away', {}, 5));
  }
  return parts;
}

function waitingFor({ lang }: Speech, pending: Pending): string {
  const { pendings } = wordsOf(lang);
  return pendings[pending.is === 'final' && pending.stage === 'guardian' ? 'guardian' : pending.is];
}

export const where: Answerer = ({ speech, player }) => [
  sentence('where', {
    name: playerName(speech, player.id),
    place: place(speech, player.cell),
    toFinish: player.toFinish,
    rank: player.place,
    camp: cellNumber(speech, player.camp),
  }),
];

/** Distance along the track is told by what is left to the finish: the same number the ranges use. */
export const near: Answerer = ({ speech, board, player }) => {
  const others = board.players.filter(({ id }) => id !== player.id);
  const beside = others.filter((other) => other.toFinish === player.toFinish);
  const ahead = closest(
    others.filter((other) => other.toFinish < player.toFinish),
    player,
  );
  const behind = closest(
    others.filter((other) => other.toFinish > player.toFinish),
    player,
  );
  const parts: Part[] = [];
  if (beside.length > 0)
    parts.push(sentence('beside', { names: beside.map(({ id }) => playerName(speech, id)).join(', ') }));
  for (const [phrase, other] of [
    ['ahead', ahead],
    ['behind', behind],
  ] as const) {
    if (!other) continue;
    const distance = Math.abs(other.toFinish - player.toFinish);
    parts.push(sentence(phrase, { name: playerName(speech, other.id), distance }));
  }
  return parts.length > 0 ? parts : [sentence('alone', { name: playerName(speech, player.id) })];
};

function closest(others: readonly PlayerView[], to: PlayerView): PlayerView | undefined {
  const by = (other: PlayerView) => Math.abs(other.toFinish - to.toFinish);
  return [...others].sort((a, b) => by(a) - by(b) || a.seat - b.seat)[0];
}

export const effects: Answerer = ({ speech, player }) => {
  const name = playerName(speech, player.id);
  if (player.effects.length === 0) return [sentence('noEffects', { name })];
  return [sentence('effectsList', { name, list: effectNames(speech, player.effects, 8) })];
};

function effectNames(speech: Speech, list: readonly ActiveEffect[], max: number): string {
  return short(
    list.map((effect) => {
      const left = effectLeft(speech, effect);
      const stacks = effect.stacks > 1 ? ` ×${effect.stacks}` : '';
      return `${entryName(speech, 'effects', effect.effect)}${stacks}${left ? ` (${left})` : ''}`;
    }),
    max,
  );
}

function effectLeft({ lang, at }: Speech, effect: ActiveEffect): string {
  const words = wordsOf(lang);
  if (effect.rolls !== null) return `${effect.rolls} ${plural(lang, effect.rolls, words.rolls)}`;
  if (effect.turns !== null) return `${effect.turns} ${plural(lang, effect.turns, words.turns)}`;
  return effect.until === null ? words.untilCamp : duration(lang, (effect.until - at) / 1000);
}

export const bag: Answerer = ({ speech, player, bag: view }) => {
  const name = playerName(speech, player.id);
  if (!view) return othersBag(speech, player);
  const parts =
    view.items.length === 0
      ? [sentence('bagEmpty', { name, slots: view.slots })]
      : [
          sentence('bagList', {
            name,
            used: String(view.items.length),
            slots: String(view.slots),
            list: short(itemNames(speech, view.items), 12),
          }),
        ];
  if (view.boosters.length > 0)
    parts.push(sentence('bagDice', { list: view.boosters.map((sides) => `d${sides}`).join(' ') }, 8));
  parts.push(sentence('bagGold', { gold: view.gold }, 6));
  return parts;
};

/** What everybody may see of somebody else's bag; a veil hides it. */
function othersBag(speech: Speech, { id, bag: seen, boosters, gold }: Asked['player']): Part[] {
  const name = playerName(speech, id);
  if (seen === undefined) return [sentence('bagClosed', { name })];
  if (seen === null) return [sentence('bagVeiled', { name })];
  const list = short(itemNames(speech, seen), 12);
  const parts = [seen.length === 0 ? sentence('bagBare', { name }) : sentence('bagSeen', { name, list })];
  if (boosters.length > 0)
    parts.push(sentence('bagDice', { list: boosters.map((sides) => `d${sides}`).join(' ') }, 8));
  parts.push(sentence('bagGold', { gold }, 6));
  return parts;
}

/** Equal things once, with their count; worn ones and those that rest say so. */
function itemNames(speech: Speech, items: readonly Pick<BagItemView, 'item' | 'worn' | 'wait'>[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const mark = item.worn
      ? ` (${wordsOf(speech.lang).worn})`
      : item.wait > 0
        ? ` (${waitOf(speech, item.wait)})`
        : '';
    const text = entryName(speech, 'items', item.item) + mark;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].map(([text, count]) => (count > 1 ? `${text} ×${count}` : text));
}

function waitOf({ lang }: Speech, rolls: number): string {
  const words = wordsOf(lang);
  return `${words.waits} ${rolls} ${plural(lang, rolls, words.rolls)}`;
}

export const helpers: Answerer = ({ speech, bag: view }) => {
  const words = wordsOf(speech.lang);
  const list = Object.entries(view?.helpers ?? {}).map(([key, grant]) => {
    const { what, wait } = grantTerms(speech, grant);
    const who = shownName(grant.name) || viewerName(speech, key);
    const left = wait === undefined ? '' : `, ${words.forTime} ${wait}`;
    return `${who} (${what}, ${grant.left}/${grant.uses} ${words.per[grant.per]}${left})`;
  });
  const parts = [list.length > 0 ? sentence('helpersList', { list: short(list, 8) }) : sentence('noHelpers')];
  const asked = (view?.requests ?? []).map(
    (request) =>
      `${request.n} ${shownName(request.name) || viewerName(speech, request.by)} «${entryName(speech, 'items', request.item)}»`,
  );
  if (asked.length > 0) parts.push(sentence('requestsList', { list: short(asked, 5) }, 8));
  return parts;
};

export const trial: Answerer = (asked) => {
  const { speech, board, player } = asked;
  const name = playerName(speech, player.id);
  if (!player.pending) return [sentence('noTrial', { name })];
  const poll = board.polls.find((one) => one.player === player.id && one.pending === player.pending?.n);
  const wait = timeLeft(speech, poll?.closes ?? player.pending.until);
  const question = poll
    ? pollQuestion(speech, { ...poll, opens: Math.min(speech.at, poll.closes) }, { pending: player.pending })
    : pendingPart(speech, player.pending, { wait, polled: false, player: player.id });
  const parts: Part[] = [{ ...question, about: player.id }];
  const count = othersWaiting(asked);
  return count > 0 ? [...parts, sentence('queueLength', { count }, 3)] : parts;
};

/** Trials and questions behind this one; the rest of a walk is no question. */
function othersWaiting({ player, bag: view }: Asked): number {
  if (!view) return player.waiting - 1;
  return view.pending.filter(({ n, is }) => n !== player.pending?.n && is !== 'fork' && is !== 'final')
    .length;
}
