/** What each kind of event adds to a script. Kinds that are not here are bookkeeping and show nothing. */
import { act, add, cellOf, type Draft, show, TIMES, type Tone, walk } from './cues.ts';
import type { GameEvent } from './types.ts';

type Writers = {
  readonly [K in GameEvent['type']]?: (event: Extract<GameEvent, { readonly type: K }>, draft: Draft) => void;
};

const SIGNED = {
  alliance: { icon: 'linked-rings', tone: 'good' },
  truce: { icon: 'bordered-shield', tone: 'good' },
  tribute: { icon: 'two-coins', tone: 'gold' },
  war: { icon: 'crossed-swords', tone: 'bad' },
} as const;

export const WRITERS: Writers = {
  rolled: (event, draft) => {
    add(draft, { is: 'dice', player: event.player, event, for: TIMES.dice });
    draft.clock += TIMES.dice;
    add(draft, { is: 'say', place: event, text: String(event.total), tone: 'gold', for: TIMES.say });
  },
  checked: (event, draft) => {
    add(draft, { is: 'dice', player: event.player, event, for: TIMES.dice });
    draft.clock += TIMES.dice;
    const tone = event.passed ? 'good' : 'bad';
    show(draft, event, { icon: 'hourglass', tone });
    add(draft, { is: 'say', place: event, text: `${event.total}/${event.need}`, tone, for: TIMES.say });
    draft.clock += TIMES.beat;
  },
  moved: (event, draft) => walk(draft, event),
  landed: (event, draft) => {
    add(draft, { is: 'ring', place: { cell: event.cell }, tone: 'white', for: TIMES.ring });
    draft.clock += TIMES.beat * 0.5;
  },
  gateOpened: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'gold', shape: 'ray', for: 1200 });
    show(draft, { cell: event.cell }, { icon: 'medieval-gate', tone: 'gold' });
    draft.clock += TIMES.beat;
  },
  gateHeld: (event, draft) => show(draft, { cell: event.cell }, { icon: 'padlock', tone: 'bad' }),
  rested: (event, draft) => {
    add(draft, { is: 'ring', place: { cell: event.cell }, tone: 'good', for: TIMES.ring });
    show(draft, event, { icon: 'camping-tent', tone: 'good' });
  },
  trapSprung: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'bad', shape: 'shard', for: 900 });
    act(draft, { cell: event.cell }, draft.craft.motif('traps', event.trap));
    show(draft, event, { icon: 'spikes', tone: 'bad' });
    draft.clock += TIMES.beat;
  },
  chestOpened: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'gold', shape: 'ray', for: 1100 });
    act(draft, { cell: event.cell }, draft.craft.motif('finds', event.find));
    show(draft, event, { icon: 'open-treasure-chest', tone: 'gold' });
    draft.clock += TIMES.beat;
  },
  objectOpened: (event, draft) => {
    add(draft, { is: 'burst', place: { cell: event.cell }, tone: 'cool', shape: 'ray', for: 1100 });
    show(draft, { cell: event.cell }, { icon: 'key', tone: 'gold' });
    draft.clock += TIMES.beat;
  },
  objectShut: (event, draft) => {
    show(draft, { cell: event.cell }, { icon: 'padlock', tone: 'bad' });
    draft.clock += TIMES.beat * 0.5;
  },
  treatySigned: ({ treaty }, draft) => {
    const [from, to] = treaty.between;
    const { icon, tone } = SIGNED[treaty.kind];
    draft.players.add(from).add(to);
    show(draft, { player: from }, { icon, tone });
    add(draft, { is: 'fly', from, to: { player: to }, icon, tone, for: TIMES.fly });
    draft.clock += TIMES.fly;
    add(draft, { is: 'ring', place: { player: to }, tone, for: TIMES.ring });
    draft.clock += TIMES.beat * 0.5;
  },
  treatyEnded: (event, draft) => {
    if (event.why === 'replaced') return;
    const tone = event.why === 'betrayed' || event.why === 'unpaid' ? 'bad' : 'gold';
    for (const player of event.between) add(draft, { is: 'ring', place: { player }, tone, for: TIMES.ring });
    if (event.by) show(draft, { player: event.by }, { icon: 'broken-heart', tone: 'bad' });
    draft.clock += TIMES.beat * 0.5;
  },
  clashBegun: ({ clash }, draft) => {
    const place = { cell: clash.cell };
    for (const { player } of clash.sides) draft.players.add(player);
    add(draft, { is: 'burst', place, tone: 'bad', shape: 'shard', for: 900 });
    show(draft, place, { icon: 'crossed-swords', tone: 'bad' });
    draft.clock += TIMES.beat;
  },
  clashFought: ({ sides, winner }, draft) => {
    for (const { player, total } of sides) {
      const tone = player === winner ? 'gold' : 'bad';
      add(draft, { is: 'say', place: { player }, text: String(total), tone, for: TIMES.say });
      if (player === winner) add(draft, { is: 'burst', place: { player }, tone, shape: 'ray', for: 1100 });
    }
    draft.clock += TIMES.beat;
  },
  stageBegan: (event, draft) => {
    add(draft, { is: 'burst', place: event, tone: 'gold', shape: 'ray', for: 1200 });
    draft.clock += TIMES.beat;
  },
  stageEnded: (event, draft) => {
    const [icon, tone] = event.won ? (['queen-crown', 'gold'] as const) : (['broken-heart', 'bad'] as const);
    show(draft, event, { icon, tone });
    draft.clock += TIMES.beat;
  },
  locked: (event, draft) => show(draft, event, { icon: 'padlock', tone: 'bad' }),
  knockedOut: (event, draft) => {
    const from = cellOf(draft, event.player) ?? event.to;
    draft.players.add(event.player);
    show(draft, event, { icon: 'broken-heart', tone: 'bad' });
    add(draft, { is: 'fall', player: event.player, from, to: event.to, for: TIMES.fall });
    draft.cells.set(event.player, event.to);
    draft.clock += TIMES.fall;
    add(draft, { is: 'ring', place: { cell: event.to }, tone: 'good', for: TIMES.ring });
  },
  lastThrow: (event, draft) => {
    add(draft, { is: 'dice', player: event.player, event, for: TIMES.dice });
    draft.clock += TIMES.dice;
    const tone = event.won ? 'gold' : 'bad';
    add(draft, { is: 'say', place: event, text: `${event.total}/${event.need}`, tone, for: TIMES.say });
    if (event.won) add(draft, { is: 'burst', place: event, tone: 'gold', shape: 'ray', for: 1600 });
    draft.clock += TIMES.beat;
  },
  coinFlipped: (event, draft) => {
    add(draft, { is: 'coin', player: event.player, side: event.side, for: 1300 });
    draft.clock += 1300;
  },
  trialPassed: (event, draft) => {
    show(draft, event, { icon: 'hourglass', tone: 'good' });
    draft.clock += TIMES.beat;
  },
  trialFailed: (event, draft) => {
    show(draft, event, { icon: 'hourglass', tone: 'bad' });
    draft.clock += TIMES.beat;
  },
  counted: (event, draft) => {
    if (!event.by || event.what === 'score' || event.what === 'influence') return;
    const tone: Tone = event.by < 0 ? 'bad' : event.what === 'hp' ? 'good' : 'gold';
    const sign = event.by < 0 ? '−' : '+';
    const unit = event.what === 'hp' ? ' HP' : '';
    add(draft, {
      is: 'say',
      place: event,
      text: `${sign}${Math.abs(event.by)}${unit}`,
      tone,
      for: TIMES.say,
    });
    draft.clock += TIMES.beat * 0.6;
  },
  itemGained: (event, draft) =>
    show(draft, event, { icon: draft.craft.itemIcon(event.got.item), tone: 'gold' }),
  itemUsed: (event, draft) => {
    const icon = draft.craft.itemIcon(event.item);
    const motif = draft.craft.motif('items', event.item);
    act(draft, event, motif);
    show(draft, event, { icon, tone: 'gold' });
    draft.clock += TIMES.beat * 0.5;
    for (const target of event.targets) {
      if (target === event.player) continue;
      draft.players.add(target);
      add(draft, {
        is: 'fly',
        from: event.player,
        to: { player: target },
        icon,
        tone: 'gold',
        for: TIMES.fly,
      });
    }
    if (event.cell !== null)
      add(draft, {
        is: 'fly',
        from: event.player,
        to: { cell: event.cell },
        icon,
        tone: 'gold',
        for: TIMES.fly,
      });
    draft.clock += TIMES.fly;
    for (const target of event.targets) if (target !== event.player) act(draft, { player: target }, motif);
    if (event.cell !== null) act(draft, { cell: event.cell }, motif);
  },
  defended: (event, draft) => {
    const icon = event.how === 'reflect' ? 'shield-reflect' : 'bordered-shield';
    add(draft, { is: 'ring', place: event, tone: 'cool', for: TIMES.ring });
    show(draft, event, { icon, tone: 'good' });
    if (event.how === 'reflect')
      add(draft, {
        is: 'fly',
        from: event.player,
        to: { player: event.from },
        icon,
        tone: 'bad',
        for: TIMES.fly,
      });
    draft.clock += TIMES.fly;
  },
  effectApplied: (event, draft) => {
    const { icon, tone } = draft.craft.effect(event.effect.effect);
    act(draft, event, draft.craft.motif('effects', event.effect.effect));
    show(draft, event, { icon, tone });
    draft.clock += TIMES.beat * 0.6;
  },
  effectEnded: (event, draft) => {
    if (event.why === 'replaced') return;
    const { icon } = draft.craft.effect(event.effect);
    add(draft, { is: 'ring', place: event, tone: 'cool', for: TIMES.ring });
    show(draft, event, { icon, tone: 'gold' });
  },
  superGameOpened: (event, draft) =>
    add(draft, { is: 'burst', place: event, tone: 'gold', shape: 'ray', for: 1600 }),
  ended: (event, draft) => {
    for (let i = 0; i < 4; i++) {
      add(draft, { is: 'burst', place: { player: event.winner }, tone: 'gold', shape: 'ray', for: 1600 });
      add(draft, { is: 'ring', place: { player: event.winner }, tone: 'gold', for: TIMES.ring });
      draft.clock += 800;
    }
  },
};
