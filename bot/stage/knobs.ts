/** One thing of the scene program that a row of the table can turn: the scene on air, a filter, a source. */
import type { Outcome, SceneProgram } from '../../adapters/scene/contract.ts';
import type { StageRule } from './rules.ts';

/** A scene's name, or whether a filter or a source is on. */
export type Setting = string | boolean;

export interface Knob {
  /** The same for all rows that turn the same thing. */
  readonly key: string;
  readonly want: Setting;
  /** Null if that is not known now. */
  get(): Promise<Setting | null>;
  set(value: Setting): Promise<Outcome>;
  /** Tells every value that it takes, by whomever; only where the program tells it. */
  watch?(listener: (value: Setting) => void): () => void;
}

export function knobOf(program: SceneProgram, rule: StageRule): Knob {
  const { scene, source, filter, to } = rule;
  if (source !== undefined && filter !== undefined) {
    const ref = { source, filter };
    return {
      key: JSON.stringify(['filter', source, filter]),
      want: to,
      get: () => program.filterEnabled(ref),
      set: (value) => program.setFilterEnabled(ref, value === true),
    };
  }
  if (scene !== undefined && source !== undefined) {
    const ref = { scene, source };
    return {
      key: JSON.stringify(['source', scene, source]),
      want: to,
      get: () => program.visible(ref),
      set: (value) => program.setVisible(ref, value === true),
    };
  }
  return {
    key: 'scene',
    want: scene ?? '',
    get: () => program.scene(),
    set: (value) => program.setScene(String(value)),
    watch: (listener) => program.onScene(listener),
  };
}
