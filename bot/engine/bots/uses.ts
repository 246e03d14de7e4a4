/** Ways to use what is in the bag. Every one in the lists is accepted. */
import { aimAt } from '../bag/use.ts';
import { takesRound } from '../combat/things.ts';
import type { CommandOf } from '../commands.ts';
import type { BagItem, Player } from '../state.ts';
import type { Work } from '../work.ts';
import type { Look } from './look.ts';

export type UseCommand = CommandOf<'use'>;

/** No move needs chance to be judged. */
const NO_CHANCE = {
  draw(): never {
    throw new Error('a dry run drew a number');
  },
};

export function uses(look: Look, player: Player): readonly UseCommand[] {
  const seen = new Set<string>();
  return player.bag.flatMap((got) => {
    if (seen.has(got.item)) return [];
    seen.add(got.item);
    return usesOf(look, player, got);
  });
}

/** Every way in which this one thing can be used now, one target at a time. */
export function usesOf(look: Look, player: Player, got: BagItem): readonly UseCommand[] {
  const def = look.rules.items[got.item];
  if (!def?.use || got.wait > 0 || def.target === 'none') return [];
  const work: Work = { ...look, events: [], tasks: [], chance: NO_CHANCE };
  const item = String(got.n);
  const others = look.state.order.filter((other) => other !== player.id);
  // Without a name the second mode of what is for allies may be open.
  const names =
    def.target === 'rival' ? others : def.target === 'ally' ? [undefined, ...others] : [undefined];
  return names.flatMap((name): UseCommand[] => {
    const use = name === undefined ? { item } : { item, targets: [name] };
    return 'refused' in aimAt(work, player.id, { def, use }) ? [] : [{ type: 'use', ...use }];
  });
}

/** As ever; what can be thrown at a foe is thrown where nobody is named. Nothing while the chat is asked. */
export function usesInFight(look: Look, player: Player): readonly UseCommand[] {
  if (player.fight?.vote) return [];
  if (!takesRound(player, look.rules)) return uses(look, player);
  const thrown = player.bag.filter((got) => got.wait === 0 && look.rules.items[got.item]?.fight);
  return [
    ...thrown.map(({ n }): UseCommand => ({ type: 'use', item: String(n) })),
    ...uses(look, player).filter(
      ({ item, targets }) => targets || !thrown.some(({ n }) => String(n) === item),
    ),
  ];
}

/** The first thing that heals its owner at once; null if there is none, or a chat is asked now. */
export function cure(look: Look, player: Player): UseCommand | null {
  if (player.fight?.vote || !takesRound(player, look.rules)) return null;
  for (const got of player.bag) {
    const def = look.rules.items[got.item];
    if (!def || def.fight) continue;
    const does = def.target === 'self' ? def.use : def.target === 'ally' ? def.alone : undefined;
    if (!does?.some((op) => op.op === 'heal')) continue;
    const alone = usesOf(look, player, got).find(({ targets }) => !targets);
    if (alone) return alone;
  }
  return null;
}
