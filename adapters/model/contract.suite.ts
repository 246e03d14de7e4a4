/** What every driver of the model contract keeps. */
import { describe, expect, it } from 'vitest';
import type { ModelDriver, NamingRequest } from './contract.ts';
import { isModelError } from './failures.ts';

export const REQUEST: NamingRequest = {
  templateId: 'orc_snow_hunter',
  affixId: 'ice',
  tier: 2,
  lang: 'en',
  hint: 'Ice-Infused pale orc with fur armor, ice spear',
  name: 'Snow Hunter',
  affix: { name: 'Ice', form: 'Iced {name}' },
};

export function modelSuite(
  name: string,
  open: () => Promise<{ model: ModelDriver; close(): Promise<void> }>,
): void {
  describe(`model contract: ${name}`, () => {
    it('finds a name and a line', async () => {
      const { model, close } = await open();
      const found = await model.find(REQUEST, new AbortController().signal);
      expect(found.name.length).toBeGreaterThan(0);
      expect(found.line.length).toBeGreaterThan(0);
      await close();
    });

    it('answers or fails by a coded error when nobody waits any more', async () => {
      const { model, close } = await open();
      const gone = new AbortController();
      gone.abort();
      const outcome = await model.find(REQUEST, gone.signal).catch((error: unknown) => error);
      expect(isModelError(outcome, 'MODEL_LATE') || 'name' in (outcome as object)).toBe(true);
      await close();
    });
  });
}
