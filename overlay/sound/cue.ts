/** Which sound an event makes; most make none. Pure. */
import type { Moment } from '../../bot/protocol/views.ts';
import type { SoundName } from '../link/address.ts';
import type { EventType, GameEvent } from '../link/types.ts';

const SOUNDS: Readonly<Partial<Record<EventType, SoundName>>> = {
  rolled: 'roll',
  checked: 'roll',
  lastThrow: 'roll',
  landed: 'land',
  gateOpened: 'good',
  chestOpened: 'good',
  objectOpened: 'good',
  trialPassed: 'good',
  rested: 'good',
  gateHeld: 'bad',
  trapSprung: 'bad',
  trialFailed: 'bad',
  knockedOut: 'bad',
  punished: 'bad',
  itemUsed: 'item',
  itemGained: 'item',
  defended: 'item',
  coinFlipped: 'item',
  pollOpened: 'vote',
  ended: 'win',
};
/** The dice are heard first, and what they led to when they rest, in milliseconds. */
const AFTER_DICE = 1_900;

export interface SoundCue {
  readonly name: SoundName;
  readonly after: number;
}

/** The sounds of a moment, each once, in the order they are heard; with a player, only of that one's events. */
export function soundsOf(moment: Moment, player: string | null = null): SoundCue[] {
  const own = (event: GameEvent) => !player || !('player' in event) || event.player === player;
  const names = moment.events.filter(own).flatMap((event) => SOUNDS[event.type] ?? []);
  const thrown = names.includes('roll');
  return [...new Set(names)].map((name) => ({ name, after: thrown && name !== 'roll' ? AFTER_DICE : 0 }));
}
