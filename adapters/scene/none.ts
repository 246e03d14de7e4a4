/** No scene program: everything works without one, and every call says that it cannot be done. */
import type { Outcome, SceneHealth, SceneProgram } from './contract.ts';
import { SceneError } from './failures.ts';

const UNABLE: Outcome = { ok: false, code: 'unable', detail: 'no scene program is set up' };

export function noScene(): SceneProgram {
  let health: SceneHealth = { state: 'connecting' };
  const listeners = new Set<(health: SceneHealth) => void>();
  const become = (next: SceneHealth) => {
    if (health.state === 'closed' || health.state === next.state) return;
    health = next;
    for (const listener of listeners) listener(health);
  };
  return {
    program: 'none',
    can: { scenes: false, filters: false, visibility: false, pictures: false, part: false },
    connect: async () => {
      if (health.state === 'closed') throw new SceneError('SCENE_NONE');
      become({ state: 'up' });
    },
    ensureCollectionPart: async () => {
      throw new SceneError('SCENE_NONE');
    },
    scene: async () => null,
    setScene: async () => UNABLE,
    filterEnabled: async () => null,
    setFilterEnabled: async () => UNABLE,
    visible: async () => null,
    setVisible: async () => UNABLE,
    screenshot: async () => null,
    onScene: () => () => {},
    onHealth: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    health: () => health,
    close: async () => become({ state: 'closed' }),
  };
}
