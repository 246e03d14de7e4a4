/** The least that a fight in rounds can cost: two fighters on three bands, one blow each, a line of JSON a round. */
import { drawOf, nextOf, type Xoroshiro } from './xoroshiro.ts';

interface Fighter {
  readonly hp: number;
  readonly band: number;
}

const HP = 40;
const BLOW = 7;

/** @returns rounds played in so many duels. */
export function duel(duels: number): number {
  let chance: Xoroshiro = { a: 1, b: 2, c: 3, d: 4 };
  const draw = (sides: number) => {
    chance = nextOf(chance);
    return (drawOf(chance) >>> 1) % sides;
  };
  let rounds = 0;
  let written = 0;
  for (let i = 0; i < duels; i += 1) {
    let me: Fighter = { hp: HP, band: 1 };
    let foe: Fighter = { hp: HP, band: 0 };
    for (let round = 1; me.hp > 0 && foe.hp > 0; round += 1) {
      const lands = draw(3);
      me = { ...me, band: draw(3) };
      foe = { ...foe, hp: foe.hp - Math.max(1, BLOW - Math.abs(me.band - foe.band) - draw(3)) };
      if (me.band === lands && foe.hp > 0) me = { ...me, hp: me.hp - BLOW + draw(3) };
      written += JSON.stringify({ round, me, foe, lands }).length;
      rounds += 1;
    }
  }
  if (written === 0) throw new Error('nothing was fought');
  return rounds;
}
