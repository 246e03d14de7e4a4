/** The elements that move: tokens with crown and badges, name plates, short-lived marks, seals, numbers of ways. */
import { type BondLook, makeBond, setBond } from './actors/bonds.ts';
import { move, sprite } from './actors/node.ts';
import { makePlate, type PlateLook, setPlate } from './actors/plate.ts';
import { makeWay, type SealLook, type WayLook } from './actors/signs.ts';
import {
  makePassage,
  makeThing,
  type PassageLook,
  setPassage,
  setThing,
  type ThingLook,
} from './actors/things.ts';
import { makeToken, setToken, type TokenLook } from './actors/token.ts';
import { motifCanvas, paintMotifMark } from './motif-mark.ts';
import type { Mark } from './sparks.ts';
import { box, type Crew, createCrew, type Stage } from './stage.ts';
import type { Theme } from './theme.ts';
import type { Catalog } from './types.ts';

export interface Actors {
  readonly tokens: Crew<TokenLook>;
  readonly plates: Crew<PlateLook>;
  readonly marks: Crew<Mark>;
  readonly seals: Crew<SealLook>;
  readonly ways: Crew<WayLook>;
  readonly things: Crew<ThingLook>;
  readonly passages: Crew<PassageLook>;
  readonly bonds: Crew<BondLook>;
}

export function createActors(stage: Stage, theme: Theme, catalog: Catalog): Actors {
  const { scale, layers } = stage;
  return {
    tokens: createCrew<TokenLook>({
      layer: layers.tokens,
      key: (one) => one.player.id,
      make: (one) => makeToken(one, theme, scale),
      set: (node, one) => setToken(node, one, { theme, scale, catalog }),
    }),
    plates: createCrew<PlateLook>({
      layer: layers.plates,
      key: (one) => one.key,
      make: makePlate,
      set: (node, one) => setPlate(node, one, theme),
    }),
    marks: createCrew<Mark>({
      layer: layers.marks,
      key: (one) => one.key,
      make: (one) => makeMark(one, theme, scale),
      set: (node, one) => setMark(node, one, scale),
    }),
    seals: createCrew<SealLook>({
      layer: layers.seals,
      key: (one) => `${one.kind}${one.cell}`,
      make: ({ kind }) => sprite(theme.seal(kind, scale)),
      set: (node, { x, y }) => move(node, `translate(${x}px, ${y}px)`),
    }),
    ways: createCrew<WayLook>({
      layer: layers.under,
      key: (one) => one.key,
      make: makeWay,
      set: (node, { x, y }) => move(node, `translate(${x}px, ${y}px)`),
    }),
    things: createCrew<ThingLook>({
      layer: layers.things,
      key: (one) => `${one.cell}${one.open}`,
      make: makeThing,
      set: setThing,
    }),
    passages: createCrew<PassageLook>({
      layer: layers.passages,
      key: (one) => one.key,
      make: makePassage,
      set: setPassage,
    }),
    bonds: createCrew<BondLook>({
      layer: layers.bonds,
      key: (one) => one.key,
      make: (one) => makeBond(one, theme, scale),
      set: setBond,
    }),
  };
}

function makeMark(mark: Mark, theme: Theme, scale: number): HTMLElement {
  if (mark.look === 'emblem') {
    const tone = mark.tone === 'good' || mark.tone === 'bad' ? mark.tone : 'gold';
    return sprite(theme.emblem(mark.icon ?? '', tone, scale));
  }
  if (mark.look === 'motif') return sprite(motifCanvas(scale));
  const node = box(`centre ${mark.look} ${mark.tone}`);
  if (mark.look === 'say') node.textContent = mark.text ?? '';
  if (mark.look === 'shard') node.style.setProperty('--tone', mark.tone === 'bad' ? '#ff5b3a' : '#ffb02e');
  return sprite(node);
}

function setMark(node: HTMLElement, mark: Mark, fine: number): void {
  const { x, y, scale, turn, opacity, squeeze } = mark;
  if (mark.motif) paintMotifMark(node, mark, fine);
  const size =
    squeeze === undefined ? scale.toFixed(3) : `${(scale * squeeze).toFixed(3)}, ${scale.toFixed(3)}`;
  const spin = turn ? ` rotate(${turn.toFixed(3)}rad)` : '';
  move(node, `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)${spin} scale(${size})`, opacity);
}
