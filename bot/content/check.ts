/** What schemas cannot see: how the entries of a pack fit together. */
import { checkBalance } from './check/balance.ts';
import { checkCoverage } from './check/coverage.ts';
import { checkPlacement } from './check/placement.ts';
import { checkReferences } from './check/references.ts';
import type { Scene } from './check/scene.ts';
import { checkTexts } from './check/texts.ts';
import type { Fault } from './faults.ts';

/** @returns every fault found in what passed the schemas. */
export function checkContent(scene: Scene): readonly Fault[] {
  return [
    ...checkReferences(scene),
    ...checkPlacement(scene),
    ...checkBalance(scene),
    ...checkTexts(scene),
    ...checkCoverage(scene),
  ];
}
