/** The rules of the base pack, as a game has them. */
import { composeContent } from '../../compose.ts';
import type { Rules } from '../../engine/rules.ts';

export async function loadRules(): Promise<Rules> {
  const { rules } = await composeContent([]);
  return rules;
}
