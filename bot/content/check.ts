/** What schemas cannot see: how the entries of a pack fit together. */
import { checkBalance } from './check/balance.ts';
import { checkBook } from './check/book.ts';
import { checkCoverage } from './check/coverage.ts';
import { checkDiplomacy } from './check/diplomacy.ts';
import { checkGear } from './check/gear.ts';
import { checkMonsters } from './check/monsters.ts';
import { checkPlacement } from './check/placement.ts';
import { checkReferences } from './check/references.ts';
import type { Scene } from './check/scene.ts';
import { checkTexts } from './check/texts.ts';
import { about, type Fault } from './faults.ts';

/** @returns every fault found in what passed the schemas. */
export function checkContent(scene: Scene): readonly Fault[] {
  return [
    ...about('reference', checkReferences(scene)),
    ...about('place', checkPlacement(scene)),
    ...about('balance', checkBalance(scene)),
    ...about('words', checkTexts(scene)),
    ...checkGear(scene),
    ...checkMonsters(scene),
    ...checkDiplomacy(scene),
    ...checkBook(scene),
    ...about('coverage', checkCoverage(scene)),
  ];
}
