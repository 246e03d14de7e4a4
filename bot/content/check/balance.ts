/** Fields of one entry that must agree with each other. */
import type { EffectDef, ItemDef, TrialDef, TrialKind, Tunables } from '../../engine/rules.ts';
import { faultIn } from '../document.ts';
import type { Fault, Path } from '../faults.ts';
import { ENTRY_KINDS, type EntryKind } from '../schema/kinds.ts';
import { entryFault, type Scene } from './scene.ts';

type Complaint = readonly [path: Path, message: string];

/** GAME.md 4: classes shift the same sum, so that none is simply better. */
const CLASS_SUM = 2;

export function checkBalance(scene: Scene): readonly Fault[] {
  const { draft } = scene;
  const told = <T extends { id: string }>(
    kind: EntryKind,
    entries: Readonly<Record<string, T>>,
    check: (entry: T) => readonly Complaint[],
  ) =>
    Object.values(entries).flatMap((entry) =>
      check(entry).map(([path, message]) => entryFault(scene, [kind, entry.id], path, message)),
    );
  return [
    ...ENTRY_KINDS.flatMap((kind) =>
      told<{ id: string; tiers?: readonly [number, number] }>(kind, draft[kind], ofTiers),
    ),
    ...told('items', draft.items, ofItem),
    ...told('effects', draft.effects, ofEffect),
    ...told('trials', draft.trials, ofTrial),
    ...told('classes', draft.classes, ({ shifts }) => {
      const sum = Object.values(shifts).reduce((total, shift) => total + shift, 0);
      return sum === CLASS_SUM ? [] : [[['shifts'], `they sum to ${sum}, expected ${CLASS_SUM}`]];
    }),
    ...ofTunables(scene, draft.tunables),
  ];
}

function ofTiers({ tiers }: { readonly tiers?: readonly [number, number] }): readonly Complaint[] {
  return tiers && tiers[0] > tiers[1]
    ? [[['tiers'], `from ${tiers[0]} to ${tiers[1]}, expected min, max`]]
    : [];
}

function ofItem(item: ItemDef): readonly Complaint[] {
  const found: Complaint[] = [];
  if (item.target === 'none' && item.use) found.push([['use'], 'nobody can use it: "target" is "none"']);
  if (item.fight && !item.use)
    found.push([['fight'], 'it is thrown like it is used, but there is no "use", expected one']);
  if (item.target !== 'none' && !item.use) {
    found.push([['target'], `"${item.target}" came but there is no "use", expected "none"`]);
  }
  if (item.category === 'weapon' && !item.reach)
    found.push([['reach'], 'a weapon has a reach, expected one']);
  if (item.category === 'wearable' && !item.slot) found.push([['slot'], 'it is worn, expected a slot']);
  if (item.hostile && item.target !== 'rival' && item.target !== 'all' && item.target !== 'cell') {
    found.push([['hostile'], `hostile, yet its target is "${item.target}", expected rival, all or cell`]);
  }
  if (item.target === 'ally' && !item.alone)
    found.push([['alone'], 'without an alliance nobody could play it, expected what it does alone']);
  if (item.target !== 'ally' && item.alone)
    found.push([['alone'], `its target is "${item.target}", expected ally`]);
  if (item.target === 'self' && item.range !== 0)
    found.push([['range'], `${item.range} came, expected 0 for self`]);
  return found;
}

function ofEffect(effect: EffectDef): readonly Complaint[] {
  const found: Complaint[] = [];
  if (effect.polarity === 'negative' && !effect.wayOut) {
    found.push([['wayOut'], 'a negative effect names how to get rid of it, expected a way out']);
  }
  if (effect.max !== undefined && effect.stacking !== 'stack') {
    found.push([['max'], `only for "stacking": "stack", here it is "${effect.stacking}"`]);
  }
  return found;
}

const PARTS = ['check', 'chat', 'game', 'performance'] as const;
/** Which part says how a trial of this kind is played. */
const PART_OF: Readonly<Record<TrialKind, (typeof PARTS)[number]>> = {
  check: 'check',
  chat: 'chat',
  duel: 'chat',
  game: 'game',
  performance: 'performance',
};

function ofTrial(trial: TrialDef): readonly Complaint[] {
  const found: Complaint[] = PARTS.flatMap((part): Complaint[] => {
    const wanted = PART_OF[trial.kind] === part;
    if (wanted && !trial[part]) return [[[part], `a trial of this kind, expected "${part}"`]];
    if (!wanted && trial[part]) return [[[part], `the trial is of the kind "${trial.kind}"`]];
    return [];
  });
  const { chat, game } = trial;
  if (chat?.game === 'quiz' && chat.answer > chat.options) {
    found.push([['chat', 'answer'], `${chat.answer} came, expected 1 to ${chat.options}`]);
  }
  if (chat?.game === 'tug' && trial.kind !== 'duel')
    found.push([['chat', 'game'], 'two chats pull, expected a trial of the kind "duel"']);
  if (trial.kind === 'duel' && trial.scope !== 'individual')
    found.push([['scope'], `"${trial.scope}" came, expected "individual": a duel calls a rival by itself`]);
  if (game && game.hours[0] > game.hours[1]) found.push([['game', 'hours'], 'expected min, max']);
  return found;
}

function ofTunables(scene: Scene, tunables: Tunables | undefined): readonly Fault[] {
  const document = scene.gathered.tunables;
  if (!tunables || !document) return [];
  return (['players', 'equaliser'] as const)
    .filter((part) => tunables[part].min > tunables[part].max)
    .map((part) => faultIn(document, [part], 'min is above max'));
}
