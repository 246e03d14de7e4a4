/** Words without any model: the pack's own name, with its affix, and a line that goes with the tier. Never fails. */
import type { ModelDriver, Naming, NamingRequest } from '../contract.ts';
import { LINES } from './words.ts';

const TIERS_A_STEP = 2;

export function grammar(): ModelDriver {
  return { id: 'grammar', find: async (request) => compose(request) };
}

/** The same monster is always told in the same words. */
export function compose(request: NamingRequest): Naming {
  const steps = LINES[request.lang];
  const step = Math.min(steps.length - 1, Math.max(0, Math.floor(request.tier / TIERS_A_STEP)));
  const lines = steps[step] ?? [];
  const line = lines[hash(`${request.templateId}/${request.affixId}/${request.tier}`) % lines.length] ?? '';
  return { name: request.affix?.form.replace('{name}', () => request.name) ?? request.name, line };
}

/** FNV-1a over UTF-16 units: small, even, the same everywhere. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
