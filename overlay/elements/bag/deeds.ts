/** What can be done with an item, as the page offers it; the engine has the last word. */
import type { BagView, BoardView } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { Entry } from '../../link/pack.ts';
import type { BagItem, Command } from '../../link/types.ts';

export interface Deed {
  readonly key: string;
  readonly label: string;
  /** Sent at once; null: a target has to be chosen first. */
  readonly command: Command | null;
  readonly main?: boolean;
}

/** Whom the item asks for: nobody, another player, a cell, or any of these when the pack does not say. */
export function aim(entry: Entry): 'none' | 'player' | 'cell' | 'any' {
  switch (entry.target) {
    case 'self':
    case 'all':
      return 'none';
    case 'rival':
    case 'ally':
      return 'player';
    case 'cell':
      return 'cell';
    default:
      return 'any';
  }
}

/** Weapons are drawn and clothes are worn: neither is used on anybody, whatever else the pack says of them. */
function canUse(entry: Entry, item: BagItem): boolean {
  if (item.worn || entry.category === 'weapon' || entry.category === 'wearable') return false;
  return entry.target !== 'none' && entry.usable !== false && item.wait === 0;
}

/** The buttons of an item, the usual one first. */
export function deedsOf(face: Face, bag: BagView, item: BagItem): Deed[] {
  const { words } = face;
  const entry = face.pack.entry('items', item.item);
  const deeds: Deed[] = [];
  if (canUse(entry, item)) {
    const command: Command | null = aim(entry) === 'none' ? { type: 'use', item: item.item } : null;
    deeds.push({ key: 'use', label: words.use, command, main: true });
  }
  if (item.worn)
    deeds.push({ key: 'unwear', label: words.unwear, command: { type: 'unwear', item: item.item } });
  else if (entry.category === 'wearable' || entry.slot) {
    deeds.push({ key: 'wear', label: words.wear, command: { type: 'wear', item: item.item } });
  }
  const price = bag.market ? bag.sellFor[item.n] : undefined;
  if (price !== undefined) {
    deeds.push({ key: 'sell', label: words.sell(price), command: { type: 'sell', item: item.item } });
  }
  deeds.push({ key: 'discard', label: words.discard, command: { type: 'discard', item: item.item } });
  return deeds;
}

export interface TargetChoice {
  readonly label: string;
  readonly seat: number;
  readonly command: Command;
}

/**
 * Players an item can be aimed at, nearest first. The holder too when the pack does not say, and, without a name, where
 * it is for allies: with none in reach it does its smaller thing for its owner.
 */
export function targetsOf(
  face: Face,
  board: BoardView,
  choice: { readonly player: string; readonly item: BagItem },
): TargetChoice[] {
  const entry = face.pack.entry('items', choice.item.item);
  const me = board.players.find((player) => player.id === choice.player);
  const others = board.players
    .filter((player) => player.id !== choice.player)
    .sort((a, b) => Math.abs(a.toFinish - (me?.toFinish ?? 0)) - Math.abs(b.toFinish - (me?.toFinish ?? 0)));
  const own =
    (aim(entry) === 'any' || entry.target === 'ally') && me
      ? [
          {
            label: face.words.onSelf,
            seat: me.seat,
            command: { type: 'use', item: choice.item.item } as const,
          },
        ]
      : [];
  return [
    ...own,
    ...others.map((player) => ({
      label: player.name,
      seat: player.seat,
      command: { type: 'use', item: choice.item.item, targets: [player.id] } as const,
    })),
  ];
}
