import { enDeals } from './en.deals.ts';
import { counted, form, number, signed } from './plural.ts';
import type { Tales } from './tales.ts';

const cells = (n: number) => counted('en', n, ['cell', 'cells']);

/** English sentences of the chronicle: present tense, names as they are. */
export const enTales: Tales = {
  alone: (name, tail) => `${name}: ${tail}`,
  against: (total, need) => `${total} against ${need}`,
  by: (who) => `by ${who}`,
  heads: {
    ...enDeals,
    joined: (e, t) => `${t.name(e.player)} takes a seat`,
    started: () => 'The race is on',
    paused: () => 'The game is paused',
    resumed: () => 'The game goes on',
    cancelled: () => 'The game is called off',
    superGameOpened: (e, t) => `${t.name(e.player)} reaches the finish: the super game`,
    ended: (e, t) => `${t.name(e.winner)} wins the race`,
    rolled: (e, t) => `${t.name(e.player)} rolls ${e.total}`,
    gateOpened: (e, t) => `${t.name(e.player)} opens the gate`,
    gateHeld: (e, t) => `The gate holds against ${t.name(e.player)}`,
    rested: (e, t) => `${t.name(e.player)} makes camp`,
    trapSprung: (e, t) => `${t.name(e.player)} steps on a trap: ${t.thing('traps', e.trap)}`,
    chestOpened: (e, t) => `${t.name(e.player)} opens a chest: ${t.thing('finds', e.find)}`,
    objectOpened: (e, t) =>
      `${t.name(e.player)} opens ${e.object ? t.thing('objects', e.object) : 'a stash'} for everyone`,
    checked: (e, t) => `${t.name(e.player)} throws ${e.total} against ${e.need}`,
    knockedOut: (e, t) => `${t.name(e.player)} is carried back to camp`,
    lastThrow: (e, t) =>
      e.won
        ? `${t.name(e.player)} wins the last throw`
        : `${t.name(e.player)} misses the last throw: ${e.total} of ${e.need}`,
    trialPassed: (e, t) => `${t.name(e.player)} passes: ${t.thing('trials', e.trial)}`,
    trialFailed: (e, t) =>
      e.why === 'dropped'
        ? `${t.name(e.player)} drops the trial: ${t.thing('trials', e.trial)}`
        : `${t.name(e.player)} fails: ${t.thing('trials', e.trial)}`,
    punished: (e, t) => `${t.name(e.player)} pays for it: ${t.thing('punishments', e.punishment)}`,
    redeemed: (e, t) =>
      e.outcome === 'applied'
        ? `For ${t.name(e.player)}, from chat: ${t.thing('rewards', e.reward)}`
        : `Points go back: ${t.thing('rewards', e.reward)}`,
    spared: (e, t) => `${t.name(e.player)} is let off`,
    answered: (e, t) => {
      // The chat of a clash has said nothing.
      if (e.option === 0) return '';
      const way = t.way(e.n, e.option);
      const what = way || t.option(e.n, e.option) || `option ${e.option}`;
      if (e.by === 'player') return `${t.name(e.player)} ${way ? 'takes' : 'chooses:'} ${what}`;
      return e.by === 'chat'
        ? `Chat chooses for ${t.name(e.player)}: ${what}`
        : `${t.name(e.player)}, time is up: ${what}`;
    },
    proofGiven: (e, t) => `${t.name(e.player)} reports the trial done`,
    itemUsed: (e, t) => {
      const item = t.thing('items', e.item);
      const others = e.targets.filter((one) => one !== e.player).map(t.name);
      const on = others.length > 0 ? ` on ${others.join(', ')}` : e.cell !== null ? ` on cell ${e.cell}` : '';
      return `${t.name(e.player)} uses ${item}${on}`;
    },
    coinFlipped: (e, t) => `${t.name(e.player)} flips a coin: ${e.side}`,
    defended: (e, t) =>
      e.how === 'ward'
        ? `${t.name(e.player)} blocks ${t.thing('items', e.item)} from ${t.name(e.from)}`
        : e.how === 'reflect'
          ? `${t.name(e.player)} sends ${t.thing('items', e.item)} back to ${t.name(e.from)}`
          : `${t.name(e.player)} catches ${t.thing('items', e.item)} from ${t.name(e.from)}`,
    marked: (e, t) => `${t.name(e.mark.by)} leaves something on cell ${e.mark.cell}`,
    revealed: (e, t) => (e.cells.length > 0 ? `${t.name(e.player)} sees ${cells(e.cells.length)} ahead` : ''),
    weaponDrawn: (e, t) => `${t.name(e.player)} switches to ${e.reach} reach`,
    helperGranted: (e, t) => `${t.name(e.player)} names a helper${t.who ? `: ${t.who}` : ''}`,
    helperRevoked: (e, t) => `${t.name(e.player)} lets a helper go`,
    helpAsked: (e, t) =>
      `${t.who || 'A helper'} asks to use ${t.thing('items', e.request.item)} for ${t.name(e.player)}`,
    helpAnswered: (e, t) =>
      e.yes ? `${t.name(e.player)} says yes to the helper` : `${t.name(e.player)} says no to the helper`,
    challenged: (e, t) => `${t.who || 'A viewer'} sets ${t.name(e.player)} a trial`,
  },
  tails: {
    moved: (e) =>
      e.why === 'roll' || e.why === 'go' || e.path.length < 2 ? '' : `moved ${cells(e.path.length - 1)}`,
    landed: (e, t) => (e.kind === 'plain' ? '' : `lands on: ${t.kind(e.kind)}`),
    counted: (e) => {
      if (e.by === 0) return '';
      const names = { gold: 'gold', hp: 'HP', influence: '', score: '' };
      return names[e.what] && `${names[e.what]} ${signed('en', e.by)}`;
    },
    shards: (e) =>
      e.by === 0 ? '' : `${e.element} ${form('en', e.by, ['shard', 'shards'])} ${signed('en', e.by)}`,
    itemGained: (e, t) => `gets ${t.thing('items', e.got.item)}`,
    itemLost: (e, t) => (e.why === 'used' || e.why === 'spent' ? '' : `loses ${t.thing('items', e.item)}`),
    dieGained: (e) => `booster d${number('en', e.sides)}`,
    dieLost: (e) => (e.why === 'rolled' || e.why === 'spent' ? '' : `booster d${number('en', e.sides)} lost`),
    effectApplied: (e, t) => t.thing('effects', e.effect.effect),
    effectEnded: (e, t) =>
      e.why === 'cleansed' || e.why === 'camp' ? `free of ${t.thing('effects', e.effect)}` : '',
    reputation: (e, t) => (e.by === 0 ? '' : `${t.zone(e.zone)}: reputation ${signed('en', e.by)}`),
    pended: (e, t) => {
      if (e.pending.is === 'trial') return `trial: ${t.thing('trials', e.pending.trial)}`;
      if (e.pending.is === 'final' && e.pending.stage === 'guardian') return 'the guardian waits';
      return {
        fork: 'a fork ahead',
        scene: 'a scene ahead',
        fight: 'a fight begins',
        choice: 'a choice to make',
        final: 'the last throw',
      }[e.pending.is];
    },
    locked: () => 'the finish is closed for a while',
    skillLearned: (e, t) => `new skill: ${t.thing('skills', e.skill)}`,
    itemLocked: (e, t) => `locked: ${t.thing('items', e.item)}`,
  },
};
