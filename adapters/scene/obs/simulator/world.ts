/** What a simulated OBS holds: scenes, sources, filters. */

export interface SimItem {
  readonly id: number;
  readonly source: string;
  enabled: boolean;
  transform: Record<string, unknown>;
}
export interface SimScene {
  name: string;
  private: Record<string, unknown>;
  items: SimItem[];
}
export interface SimInput {
  name: string;
  readonly kind: string;
  settings: Record<string, unknown>;
  volumeDb: number;
}

export class SimWorld {
  scenes: SimScene[] = [{ name: 'Scene', private: {}, items: [] }];
  inputs: SimInput[] = [];
  /** By source, then by filter. */
  filters = new Map<string, Map<string, boolean>>();
  program = 'Scene';
  collection = 'Evening';
  canvas = { width: 1920, height: 1080 };
  kinds = ['image_source', 'color_source_v3', 'browser_source', 'text_ft2_source_v2'];
  /** From a change of the scene on air until it is told. */
  transitionMs = 0;
  /** Ids are never used twice within one run. */
  nextItem = 1;

  scene(name: unknown): SimScene | undefined {
    return this.scenes.find((scene) => scene.name === name);
  }
  input(name: unknown): SimInput | undefined {
    return this.inputs.find((input) => input.name === name);
  }
  taken(name: unknown): boolean {
    return this.scene(name) !== undefined || this.input(name) !== undefined;
  }
  addScene(name: string): SimScene {
    const scene: SimScene = { name, private: {}, items: [] };
    this.scenes.push(scene);
    return scene;
  }
  addItem(scene: SimScene, source: string): SimItem {
    const item: SimItem = { id: this.nextItem, source, enabled: true, transform: {} };
    this.nextItem += 1;
    scene.items.push(item);
    return item;
  }
  removeInput(name: string): void {
    this.inputs = this.inputs.filter((input) => input.name !== name);
    for (const scene of this.scenes) scene.items = scene.items.filter(({ source }) => source !== name);
  }
  /** Everything, for comparing before and after. */
  snapshot(): string {
    const { scenes, inputs, program, filters } = this;
    const all = { scenes, inputs, program, filters: [...filters].map(([name, of]) => [name, [...of]]) };
    return JSON.stringify(all);
  }
}
