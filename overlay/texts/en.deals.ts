import { counted, number } from './plural.ts';
import type { Deals } from './tales.ts';

const TREATIES = { alliance: 'alliance', truce: 'truce', tribute: 'tribute', war: 'war' } as const;
const STAGES = { guardian: 'the guardian', chorus: 'the chorus', throw: 'the last throw' } as const;
const OFFERED = { alliance: 'an alliance', truce: 'a truce', tribute: 'a tribute' } as const;
const because = (reason: string) => (reason ? `: ${reason}` : '');

/** English sentences of what stands between players, of the super game, of time, of courts, and of the admin. */
export const enDeals: Deals = {
  readied: (e, t) => `${t.name(e.player)} is ready`,
  // fights and stories
  fightBegun: (e, t) =>
    `${t.name(e.player)} goes into a fight: ${e.fight.foes.map((foe) => t.thing('monsters', foe.templateId)).join(', ')}`,
  fightEnded: (e, t) =>
    `${t.name(e.player)} ${
      {
        won: 'wins the fight',
        lost: 'loses the fight',
        fled: 'gets away from the fight',
        spared: 'wins the fight and lets them go',
        left: 'is left alone: the enemy goes',
      }[e.how]
    }`,
  sceneBegun: (e, t) => `A story begins for ${t.name(e.player)}: ${t.thing('stories', e.run.story)}`,
  sceneChecked: (e, t) =>
    `${t.name(e.player)} ${e.passed ? 'manages it' : 'does not manage it'}, ${e.total} against ${e.need}`,
  zoneEntered: (e, t) => `${t.name(e.player)} comes to new parts: ${t.zone(e.zone)}`,
  // between players
  offered: ({ offer }, t) =>
    `${t.name(offer.from)} offers ${t.name(offer.to)} ${offer.is === 'trade' ? 'a trade' : OFFERED[offer.kind]}`,
  offerClosed: (e, t) => {
    if (e.why === 'declined') return `${t.name(e.to)} declines the offer from ${t.name(e.from)}`;
    if (e.why === 'late') return `No answer: the offer from ${t.name(e.from)} is off`;
    return e.why === 'withdrawn' ? `${t.name(e.from)} takes the offer back` : '';
  },
  treatySigned: ({ treaty }, t) => {
    const [a, b] = treaty.between.map(t.name) as [string, string];
    if (treaty.kind === 'war') return `${a} declares war on ${b}`;
    if (treaty.kind === 'alliance') return `${a} and ${b} are allies`;
    if (treaty.kind === 'truce') return `${a} and ${b} make peace`;
    const { from } = treaty.pay ?? { from: treaty.between[0] };
    return `${t.name(from)} pays tribute to ${from === treaty.between[0] ? b : a}`;
  },
  treatyLeft: (e, t) =>
    `${t.name(e.by)} gives notice: the ${TREATIES[e.kind]} with ${t.name(e.other)} runs out`,
  tributePaid: (e, t) => `Tribute: ${t.name(e.from)} → ${t.name(e.to)}, ${number('en', e.gold)} gold`,
  treatyEnded: (e, t) => {
    const [a, b] = e.between.map(t.name) as [string, string];
    const other = e.by === e.between[0] ? b : a;
    if (e.why === 'replaced') return '';
    if (e.why === 'betrayed' && e.by)
      return `Betrayal: ${t.name(e.by)} breaks the ${TREATIES[e.kind]} with ${other}`;
    if (e.why === 'unpaid' && e.by) return `${t.name(e.by)} cannot pay: the tribute is over`;
    return e.why === 'expired'
      ? `${a} and ${b}: the ${TREATIES[e.kind]} has run out`
      : `${a} and ${b}: the ${TREATIES[e.kind]} is over`;
  },
  traded: (e, t) => `Deal: ${t.name(e.from)} and ${t.name(e.to)} trade`,
  clashBegun: ({ clash }, t) => {
    const [a, b] = clash.sides;
    return `Clash: ${t.name(a.player)} against ${t.name(b.player)}`;
  },
  assisted: (e, t) => `${t.name(e.player)} lends a hand: ${t.name(e.ally)} gets +${e.bonus}`,
  clashFought: (e, t) => {
    const [a, b] = e.sides;
    if (e.winner === null)
      return `A draw: ${t.name(a.player)} and ${t.name(b.player)}, ${a.total} to ${b.total}`;
    const [won, lost] = a.player === e.winner ? [a, b] : [b, a];
    return `${t.name(won.player)} wins the clash, ${won.total} to ${lost.total}`;
  },
  clashCalledOff: (e, t) =>
    `No clash: ${t.name(e.players[0])} and ${t.name(e.players[1])} are no longer at war`,
  muted: (e, t) => `The game chat is closed to ${t.name(e.who)}`,
  unmuted: (e, t) => `The game chat is open to ${t.name(e.who)} again`,
  // the super game
  stageBegan: (e, t) => `${t.name(e.player)}, super game: ${STAGES[e.stage]}`,
  stageEnded: (e, t) =>
    e.won
      ? `${t.name(e.player)} takes a stage: ${STAGES[e.stage]}`
      : `${t.name(e.player)} loses a stage: ${STAGES[e.stage]}`,
  superGameLost: (e, t) => `${t.name(e.player)} loses the super game and goes back to camp`,
  // objects and trials
  objectShut: (e, t) => `${t.thing('objects', e.object)} stays shut for ${t.name(e.player)}`,
  trialCalled: (e, t) => {
    const trial = t.thing('trials', e.trial);
    if (e.players.length === 0) return `The trial finds nobody: ${trial}`;
    if (e.scope === 'mass') return `A trial for everyone: ${trial}`;
    return e.scope === 'regional'
      ? `A trial for everyone around: ${trial}`
      : `The draw calls ${e.players.map(t.name).join(', ')}`;
  },
  trialRerolled: (e, t) =>
    `${t.name(e.player)} swaps the trial for ${e.to === null ? 'dice' : t.thing('trials', e.to)}`,
  performed: (e, t) => `Curtain: the chat of ${t.name(e.player)} decides on ${t.thing('trials', e.trial)}`,
  duelCalled: (e, t) =>
    e.round > 1
      ? `Duel of chats, round ${e.round}`
      : `Duel of chats: ${t.name(e.player)} against ${t.name(e.rival)}`,
  duelEnded: (e, t) =>
    e.winner === null ? 'The duel of chats is a draw' : `The chat of ${t.name(e.winner)} wins the duel`,
  wishHeld: (e, t) => `A paid trial waits its turn: ${t.name(e.player)}`,
  // courts
  contested: (e, t) => `${t.name(e.by)} contests the trial of ${t.name(e.player)}: a jury decides`,
  juryDrawn: (e) => `${counted('en', e.jurors.length, ['juror is', 'jurors are'])} drawn by lot`,
  proofVoted: (e, t) => `The chat of ${t.name(e.player)} votes ${e.yes} for, ${e.no} against`,
  caseClosed: (e, t) =>
    `${t.name(e.player)}: ${
      {
        upheld: 'the jury says yes, the trial counts',
        overturned: 'the jury says no, the trial does not count',
        doubt: 'a split jury, in doubt for the player',
        void: 'nobody to decide, the trial goes on',
      }[e.how]
    }`,
  // time
  wentOff: (e, t) => `${t.name(e.player)} goes off the air`,
  wentLive: (e, t) => `${t.name(e.player)} is back on the air`,
  daysOffSet: (e, t) =>
    `${t.name(e.player)}: ${e.daysOff.length > 0 ? 'a day off is planned' : 'no day off after all'}`,
  autopilotSet: (e, t) =>
    e.on
      ? `The autopilot plays for ${t.name(e.player)}`
      : `The autopilot is off: ${t.name(e.player)} plays again`,
  goodsReleased: (e, t) =>
    `The bag of ${t.name(e.player)} goes back into the game: ${counted('en', e.items, ['item', 'items'])}`,
  turnOrderSet: (e) => (e.order === 'rounds' ? 'Turns go by seat now' : 'Whoever has a roll may roll now'),
  epochTurned: (e) => `Epoch ${number('en', e.n)} is over: its seed is shown, the dice can be checked`,
  // the admin
  tuned: ({ tuning }) => `Tuning no. ${tuning.n}${because(tuning.reason)}`,
  untuned: (e) => (e.why === 'replaced' ? '' : `Tuning no. ${e.n} is over${because(e.reason)}`),
  corrected: (e, t) =>
    `A correction${e.players.length > 0 ? ` (${e.players.map(t.name).join(', ')})` : ''}${because(e.reason)}`,
  reseated: (e, t) =>
    e.kind === 'bot' ? `A bot plays for ${t.name(e.player)}` : `A person plays for ${t.name(e.player)}`,
  ruleChangeSet: ({ change }) => `The rules change from roll ${change.turn} on${because(change.reason)}`,
  ruleChangeTook: () => 'The new rules hold',
  ruleChangeDropped: (e) => `The change of rules is off${because(e.reason)}`,
};
