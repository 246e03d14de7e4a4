/** Short names for parts of the protocol, so that the faces depend on nothing but `bot/protocol`. */
import type { readCommand } from '../../bot/protocol/commands.ts';
import type { BagView, BoardView, Moment, PlayerView } from '../../bot/protocol/views.ts';

export type { BoardView } from '../../bot/protocol/views.ts';

export type PlayerId = PlayerView['id'];
export type ZoneId = PlayerView['zone'];
export type Reach = PlayerView['reach'];
export type ActiveEffect = PlayerView['effects'][number];
export type Pending = NonNullable<PlayerView['pending']>;
export type Die = NonNullable<PlayerView['lastRoll']>['dice'][number];
export type Poll = BoardView['polls'][number];
export type Treaty = NonNullable<BoardView['treaties']>[number];
export type TreatyKind = Treaty['kind'];
export type Clash = NonNullable<BoardView['clashes']>[number];
export type FinalRun = NonNullable<PlayerView['final']>;
export type FinalStage = FinalRun['stage'];
export type Pace = BoardView['pace'];
export type Status = BoardView['status'];
export type CellKind = BoardView['map']['cells'][number]['kind'];
export type BagItem = BagView['items'][number];
export type Element = keyof BagView['shards'] & ('earth' | 'water' | 'fire' | 'electricity');

export type GameEvent = Moment['events'][number];
export type EventType = GameEvent['type'];
export type EventOf<T extends EventType> = Extract<GameEvent, { readonly type: T }>;

export type Command = Extract<ReturnType<typeof readCommand>, { readonly ok: true }>['command'];

export type Attribute = 'strength' | 'agility' | 'endurance' | 'mind' | 'luck';
export type Rarity = 'common' | 'uncommon' | 'rare' | 'epic' | 'legendary';
export type Category = 'consumable' | 'wearable' | 'die' | 'artifact' | 'tool' | 'scroll' | 'key' | 'weapon';
export type Target = 'self' | 'rival' | 'ally' | 'cell' | 'all' | 'none';
export type Purpose =
  | 'speed'
  | 'control'
  | 'defence'
  | 'information'
  | 'economy'
  | 'chat'
  | 'diplomacy'
  | 'comeback'
  | 'risk';
