/** Turns what happened into short lines for people: one line a deed, its consequences under it. */
import type { Moment } from '../../bot/protocol/views.ts';
import type { EventOf, EventType, GameEvent, PlayerId } from '../link/types.ts';
import { otherOf, playerOf } from './parties.ts';
import { HEADS, type HeadType, type Sentence, TAILS, type TailType, type Teller } from './tales.ts';
import type { Words } from './words.ts';

export type LineIcon =
  | 'seat'
  | 'game'
  | 'roll'
  | 'gate'
  | 'camp'
  | 'trap'
  | 'chest'
  | 'object'
  | 'trial'
  | 'fall'
  | 'finish'
  | 'choice'
  | 'item'
  | 'coin'
  | 'shield'
  | 'helper'
  | 'chat'
  | 'note'
  | 'story'
  | 'treaty'
  | 'diplomacy'
  | 'war'
  | 'time'
  | 'rules';

export interface ChronicleLine {
  /** Unique within a game: number of the command and place in it. */
  readonly key: string;
  readonly at: number;
  readonly player: PlayerId | null;
  /** Whom it is with, or against. */
  readonly other: PlayerId | null;
  readonly icon: LineIcon;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly head: string;
  readonly tail: string;
}

const ICONS: { readonly [T in HeadType]: LineIcon } = {
  joined: 'seat',
  started: 'game',
  paused: 'game',
  resumed: 'game',
  cancelled: 'game',
  superGameOpened: 'finish',
  ended: 'finish',
  rolled: 'roll',
  gateOpened: 'gate',
  gateHeld: 'gate',
  rested: 'camp',
  trapSprung: 'trap',
  chestOpened: 'chest',
  objectOpened: 'object',
  checked: 'trial',
  knockedOut: 'fall',
  lastThrow: 'finish',
  trialPassed: 'trial',
  trialFailed: 'trial',
  punished: 'fall',
  redeemed: 'chest',
  spared: 'shield',
  answered: 'choice',
  proofGiven: 'trial',
  itemUsed: 'item',
  coinFlipped: 'coin',
  defended: 'shield',
  marked: 'trap',
  revealed: 'note',
  weaponDrawn: 'item',
  helperGranted: 'helper',
  helperRevoked: 'helper',
  helpAsked: 'helper',
  helpAnswered: 'helper',
  challenged: 'chat',
  readied: 'seat',
  fightBegun: 'war',
  fightEnded: 'war',
  sceneBegun: 'story',
  sceneChecked: 'story',
  zoneEntered: 'gate',
  offered: 'diplomacy',
  offerClosed: 'diplomacy',
  treatySigned: 'treaty',
  treatyLeft: 'treaty',
  tributePaid: 'coin',
  treatyEnded: 'treaty',
  traded: 'diplomacy',
  clashBegun: 'war',
  assisted: 'war',
  clashFought: 'war',
  clashCalledOff: 'treaty',
  muted: 'note',
  unmuted: 'note',
  stageBegan: 'finish',
  stageEnded: 'finish',
  superGameLost: 'finish',
  objectShut: 'object',
  trialCalled: 'trial',
  trialRerolled: 'trial',
  performed: 'trial',
  duelCalled: 'war',
  duelEnded: 'war',
  wishHeld: 'chat',
  contested: 'rules',
  juryDrawn: 'rules',
  proofVoted: 'rules',
  caseClosed: 'rules',
  wentOff: 'time',
  wentLive: 'time',
  daysOffSet: 'time',
  autopilotSet: 'time',
  goodsReleased: 'time',
  turnOrderSet: 'time',
  epochTurned: 'time',
  tuned: 'rules',
  untuned: 'rules',
  corrected: 'rules',
  reseated: 'seat',
  ruleChangeSet: 'rules',
  ruleChangeTook: 'rules',
  ruleChangeDropped: 'rules',
};

const GOOD = new Set<EventType>([
  'trialPassed',
  'gateOpened',
  'chestOpened',
  'ended',
  'spared',
  'defended',
  'objectOpened',
  'rested',
  'traded',
]);
const BAD = new Set<EventType>([
  'trialFailed',
  'gateHeld',
  'trapSprung',
  'knockedOut',
  'punished',
  'cancelled',
  'superGameLost',
]);

const heads = new Set<string>(HEADS);
const tails = new Set<string>(TAILS);
const isHead = (event: GameEvent): event is EventOf<HeadType> => heads.has(event.type);
const isTail = (event: GameEvent): event is EventOf<TailType> => tails.has(event.type);

/** Each sentence takes its own event; the table guarantees the pair, which the compiler cannot follow through a union. */
function say(sentence: unknown, event: GameEvent, teller: Teller): string {
  return (sentence as Sentence<EventType>)(event, teller);
}

const isWar = (event: GameEvent): boolean => event.type === 'treatySigned' && event.treaty.kind === 'war';

function toneOf(event: GameEvent): ChronicleLine['tone'] {
  if (event.type === 'fightEnded')
    return event.how === 'lost' ? 'bad' : event.how === 'won' ? 'good' : 'plain';
  if (event.type === 'stageEnded') return event.won ? 'good' : 'bad';
  if (event.type === 'treatySigned') return event.treaty.kind === 'war' ? 'bad' : 'good';
  if (event.type === 'treatyEnded')
    return event.why === 'betrayed' || event.why === 'unpaid' ? 'bad' : 'plain';

  if (event.type === 'lastThrow') return event.won ? 'good' : 'bad';
  if (event.type === 'checked' || event.type === 'sceneChecked') return event.passed ? 'good' : 'bad';
  if (GOOD.has(event.type)) return 'good';
  return BAD.has(event.type) ? 'bad' : 'plain';
}

interface Draft {
  readonly event: GameEvent;
  readonly head: string;
  readonly icon: LineIcon;
  readonly tails: string[];
}

const OUTCOMES = new Set<EventType>(['trialPassed', 'trialFailed', 'gateOpened', 'gateHeld']);

/** The check whose outcome this event tells, if the same moment threw it just before. */
function checkBefore(events: readonly GameEvent[], outcome: GameEvent): EventOf<'checked'> | null {
  if (!OUTCOMES.has(outcome.type)) return null;
  const before = events.slice(0, events.indexOf(outcome)).findLast((event) => event.type === 'checked');
  return before?.player === playerOf(outcome) ? before : null;
}

/** At most this many consequences under one deed; the board and the bag show the rest. */
const TAILS_SHOWN = 3;

function draftLines(moment: Moment, teller: Teller, words: Words): Draft[] {
  const drafts: Draft[] = [];
  const told = new Set<GameEvent>(moment.events.flatMap((event) => checkBefore(moment.events, event) ?? []));
  for (const event of moment.events) {
    if (told.has(event)) continue;
    if (isHead(event)) {
      const head = say(words.tales.heads[event.type], event, teller);
      const check = checkBefore(moment.events, event);
      const tails = check ? [words.tales.against(check.total, check.need)] : [];
      if (head) drafts.push({ event, head, icon: ICONS[event.type], tails });
    } else if (isTail(event)) {
      const tail = say(words.tales.tails[event.type], event, teller);
      if (!tail) continue;
      const own = drafts.findLast((one) => playerOf(one.event) === event.player);
      const aimed = drafts.findLast(
        ({ event: deed }) => deed.type === 'itemUsed' && deed.targets.includes(event.player),
      );
      if (own) own.tails.push(tail);
      else if (aimed) aimed.tails.push(words.tales.alone(teller.name(event.player), tail));
      else
        drafts.push({
          event,
          head: words.tales.alone(teller.name(event.player), tail),
          icon: 'note',
          tails: [],
        });
    }
  }
  return drafts;
}

/** The lines of one moment, in order; none if only bookkeeping happened. */
export function tellMoment(moment: Moment, teller: Teller, words: Words): ChronicleLine[] {
  const known = { ...teller, who: moment.who ?? '' };
  return draftLines(moment, known, words).map((draft, index) => {
    const shown = [...new Set(draft.tails)].slice(0, TAILS_SHOWN);
    const own = draft.event.type === 'itemUsed' && moment.who ? [words.tales.by(moment.who)] : [];
    return {
      key: `${moment.seq}.${index}`,
      at: moment.at,
      player: playerOf(draft.event),
      other: otherOf(draft.event),
      icon: isWar(draft.event) ? 'war' : draft.icon,
      tone: toneOf(draft.event),
      head: draft.head,
      tail: [...own, ...shown].join(' · '),
    };
  });
}
