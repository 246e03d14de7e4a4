/** What is worth an alert: out of each moment the one thing a viewer should not miss. Plain data. */
import type { Moment } from '../../../bot/protocol/views.ts';
import type { Face } from '../../link/face.ts';
import type { PackKind } from '../../link/pack.ts';
import type { GameEvent } from '../../link/types.ts';
import { type Motif, motifOf } from '../../motifs/motif.ts';
import type { ChronicleLine, LineIcon } from '../../texts/chronicle.ts';
import type { IconName } from '../art/icons.ts';
import { linesOf } from '../news.ts';

export interface Alert {
  readonly key: string;
  readonly player: string | null;
  readonly other: string | null;
  readonly icon: IconName;
  readonly tone: 'good' | 'bad' | 'plain';
  readonly head: string;
  readonly tail: string;
  readonly motif: Motif;
  /** More is shown first, and dropped last. */
  readonly weight: number;
}

/** Lines that are alerts, and how much they weigh; all others stay in the chronicle. */
const WEIGHTS: Readonly<Partial<Record<LineIcon, number>>> = {
  finish: 9,
  war: 8,
  treaty: 7,
  gate: 6,
  fall: 6,
  trap: 5,
  shield: 5,
  item: 4,
  chest: 4,
  trial: 4,
  object: 3,
  chat: 3,
};

interface Source {
  readonly kind: PackKind;
  readonly id: string;
}

/** The entry of the pack behind an event, if there is one. */
function sourceOf(event: GameEvent): Source | null {
  switch (event.type) {
    case 'itemUsed':
    case 'defended':
      return { kind: 'items', id: event.item };
    case 'trapSprung':
      return { kind: 'traps', id: event.trap };
    case 'objectOpened':
    case 'objectShut':
      return event.object ? { kind: 'objects', id: event.object } : null;
    case 'treatySigned':
      return { kind: 'treaties', id: event.treaty.kind };
    case 'chestOpened':
      return { kind: 'finds', id: event.find };
    case 'trialPassed':
    case 'trialFailed':
    case 'challenged':
      return { kind: 'trials', id: event.trial };
    case 'punished':
      return { kind: 'punishments', id: event.punishment };
    case 'redeemed':
      return { kind: 'rewards', id: event.reward };
    default:
      return null;
  }
}

function motifFor(face: Face, moment: Moment, line: ChronicleLine): Motif {
  const source = moment.events.map(sourceOf).find((one) => one !== null);
  if (!source) return motifOf('line', line.icon, { polarity: line.tone === 'bad' ? 'negative' : 'positive' });
  return motifOf(source.kind, source.id, face.pack.entry(source.kind, source.id));
}

/** The alerts of one moment, at most one: the heaviest. */
export function alertOf(face: Face, moment: Moment): Alert | null {
  const lines = linesOf(face, moment).filter((line) => WEIGHTS[line.icon] !== undefined);
  const weigh = (line: ChronicleLine) => WEIGHTS[line.icon] ?? 0;
  const line = lines.toSorted((a, b) => weigh(b) - weigh(a))[0];
  if (!line) return null;
  const { key, player, other, icon, tone, head, tail } = line;
  return {
    key,
    player,
    other,
    icon,
    tone,
    head,
    tail,
    motif: motifFor(face, moment, line),
    weight: weigh(line),
  };
}
