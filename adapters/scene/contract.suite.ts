/** What holds for every scene program, whatever it can do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PartSpec, SceneHealth, SceneProgram } from './contract.ts';
import { SceneError } from './failures.ts';

export interface Subject {
  /** A program that can connect, with a scene `Talk` on air, a scene `Game`, and on `Cam` in `Talk` a filter `Glow`, off. */
  make(): Promise<{ readonly program: SceneProgram; end(): Promise<void> }>;
}

export const PART: PartSpec = {
  missing: 'make',
  scenes: [
    {
      key: 'full',
      name: 'MSIG full',
      pages: [
        {
          key: 'full-page',
          name: 'MSIG map',
          url: 'http://127.0.0.1:4747/overlay?game=g1&key=ov_1',
          renews: null,
          width: 1920,
          height: 1080,
          place: 'fill',
          volumeDb: -12,
        },
      ],
    },
  ],
};

const FILTER = { source: 'Cam', filter: 'Glow' };
const ITEM = { scene: 'Talk', source: 'Cam' };

export function sceneSuite(name: string, subject: Subject): void {
  describe(`scene program ${name}`, () => {
    let program: SceneProgram;
    let end: () => Promise<void>;
    beforeEach(async () => {
      ({ program, end } = await subject.make());
    });
    afterEach(async () => {
      await program.close();
      await end();
    });

    it('connects, tells its health, and closes twice', async () => {
      const told: SceneHealth['state'][] = [];
      program.onHealth(({ state }) => told.push(state));
      await program.connect();
      expect(program.health().state).toBe('up');
      await program.close();
      await program.close();
      expect(program.health().state).toBe('closed');
      expect(told).toEqual(['up', 'closed']);
      await expect(program.ensureCollectionPart(PART)).rejects.toBeInstanceOf(SceneError);
      expect(await program.setScene('Game')).toMatchObject({ ok: false });
    });

    it('switches scenes and tells of it, or says that it cannot', async () => {
      await program.connect();
      const heard: string[] = [];
      program.onScene((scene) => heard.push(scene));
      const done = await program.setScene('Game');
      if (!program.can.scenes) {
        expect(done).toMatchObject({ ok: false, code: 'unable' });
        expect(await program.scene()).toBeNull();
        return;
      }
      expect(done).toEqual({ ok: true });
      expect(await program.scene()).toBe('Game');
      expect(heard).toEqual(['Game']);
      expect(await program.setScene('nowhere')).toMatchObject({ ok: false, code: 'absent' });
      expect(await program.scene()).toBe('Game');
    });

    it('switches filters and sources, or says that it cannot', async () => {
      await program.connect();
      if (!program.can.filters || !program.can.visibility) {
        expect(await program.setFilterEnabled(FILTER, true)).toMatchObject({ ok: false, code: 'unable' });
        expect(await program.setVisible(ITEM, false)).toMatchObject({ ok: false, code: 'unable' });
        expect([await program.filterEnabled(FILTER), await program.visible(ITEM)]).toEqual([null, null]);
        return;
      }
      expect([await program.filterEnabled(FILTER), await program.visible(ITEM)]).toEqual([false, true]);
      expect(await program.setFilterEnabled(FILTER, true)).toEqual({ ok: true });
      expect(await program.setVisible(ITEM, false)).toEqual({ ok: true });
      expect([await program.filterEnabled(FILTER), await program.visible(ITEM)]).toEqual([true, false]);
      const nobody = { ok: false, code: 'absent' };
      expect(await program.setFilterEnabled({ ...FILTER, filter: 'none' }, true)).toMatchObject(nobody);
      expect(await program.setVisible({ ...ITEM, source: 'none' }, true)).toMatchObject(nobody);
      expect(await program.visible({ ...ITEM, scene: 'none' })).toBeNull();
    });

    it('takes a picture, or gives none', async () => {
      await program.connect();
      const picture = await program.screenshot(640);
      if (program.can.pictures) expect(picture?.subarray(1, 4).toString()).toBe('PNG');
      else expect(picture).toBeNull();
    });

    it('makes its part once, or says that it cannot', async () => {
      await program.connect();
      if (!program.can.part) {
        await expect(program.ensureCollectionPart(PART)).rejects.toBeInstanceOf(SceneError);
        return;
      }
      const [first, second] = await Promise.all([
        program.ensureCollectionPart(PART),
        program.ensureCollectionPart(PART),
      ]);
      expect(first).toMatchObject({ made: ['MSIG full', 'MSIG map'], kept: [], present: ['full'] });
      expect(second).toMatchObject({ made: [], mended: [], kept: ['MSIG full', 'MSIG map'], foreign: [] });
    });
  });
}
