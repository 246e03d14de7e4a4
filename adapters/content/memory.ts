/** Content held in memory: for tests, and for packs that a program makes. */
import { BrokenFile, type ContentSource, isContent, isScript, LayerMissing } from './contract.ts';
import { parseJson } from './parse.ts';

/** Layer → relative path → value; a string is taken as the text of the file. */
export type MemoryLayers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export function memoryContent(layers: MemoryLayers): ContentSource {
  return {
    describe: (layer, path) => `${layer}/${path}`,
    async list(layer) {
      const files = Object.hasOwn(layers, layer) ? layers[layer] : undefined;
      if (!files) throw new LayerMissing(layer, `the layer ${layer} does not exist`);
      return Object.keys(files).filter(isContent).sort();
    },
    async read(layer, path) {
      const files = Object.hasOwn(layers, layer) ? layers[layer] : undefined;
      if (!files || !Object.hasOwn(files, path)) throw new BrokenFile('the file does not exist');
      const value = files[path];
      if (isScript(path)) return value;
      return typeof value === 'string' ? parseJson(value) : structuredClone(value);
    },
  };
}
