/** The requests that a simulated OBS knows, each with the checks and the codes of the real one. */
import type { SimItem, SimScene, SimWorld } from './world.ts';

export type Data = Readonly<Record<string, unknown>>;

/** Ends a request with a code of the protocol. */
export class Fault extends Error {
  readonly code: number;
  constructor(code: number, comment: string) {
    super(comment);
    this.code = code;
  }
}

/** Tells an event to everybody. */
export type Tell = (event: string, data: Data) => void;
type Handler = (world: SimWorld, data: Data, tell: Tell) => Data | undefined;

/** One transparent pixel. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function sceneOf(world: SimWorld, name: unknown): SimScene {
  if (name === undefined) throw new Fault(300, 'Your request is missing the `sceneName` field.');
  const scene = world.scene(name);
  if (!scene) throw new Fault(600, `No source was found by the name of \`${String(name)}\`.`);
  return scene;
}
function inputOf(world: SimWorld, name: unknown) {
  const input = world.input(name);
  if (!input) throw new Fault(600, `No source was found by the name of \`${String(name)}\`.`);
  return input;
}
function itemOf(world: SimWorld, { sceneName, sceneItemId }: Data): SimItem {
  const item = sceneOf(world, sceneName).items.find(({ id }) => id === sceneItemId);
  if (!item) throw new Fault(600, 'No scene items were found in the specified scene by that ID.');
  return item;
}
function filterOf(world: SimWorld, { sourceName, filterName }: Data): boolean {
  if (!world.taken(sourceName))
    throw new Fault(600, `No source was found by the name of \`${String(sourceName)}\`.`);
  const enabled = world.filters.get(String(sourceName))?.get(String(filterName));
  if (enabled === undefined)
    throw new Fault(600, `No filter was found in the source \`${String(sourceName)}\` with that name.`);
  return enabled;
}
function free(world: SimWorld, name: unknown, what: string): void {
  if (world.taken(name)) throw new Fault(601, `A source already exists by that ${what} name.`);
}
function privateOf(world: SimWorld, name: unknown): SimScene {
  return sceneOf(world, name);
}

/** Goes on air; what the streamer does by hand is told in the same way. */
export function switchTo(world: SimWorld, name: string, tell: Tell): void {
  if (world.program === name) return;
  world.program = name;
  const told = () => tell('CurrentProgramSceneChanged', { sceneName: name });
  if (world.transitionMs > 0) setTimeout(told, world.transitionMs);
  else told();
}

export const REQUESTS: Readonly<Record<string, Handler>> = {
  GetVersion: () => ({ obsVersion: '30.0.0', obsWebSocketVersion: '5.6.3', rpcVersion: 1 }),
  GetSceneCollectionList: ({ collection }) => ({
    currentSceneCollectionName: collection,
    sceneCollections: [collection],
  }),
  GetVideoSettings: ({ canvas }) => ({ baseWidth: canvas.width, baseHeight: canvas.height }),
  GetInputKindList: ({ kinds }) => ({ inputKinds: kinds }),
  GetGroupList: () => ({ groups: [] }),
  GetSceneList: ({ scenes, program }) => ({
    currentProgramSceneName: program,
    scenes: scenes.map(({ name }, sceneIndex) => ({ sceneName: name, sceneIndex })),
  }),
  GetCurrentProgramScene: ({ program }) => ({ currentProgramSceneName: program, sceneName: program }),
  SetCurrentProgramScene: (world, { sceneName }, tell) => {
    switchTo(world, sceneOf(world, sceneName).name, tell);
    return undefined;
  },
  CreateScene: (world, { sceneName }) => {
    free(world, sceneName, 'scene');
    world.addScene(String(sceneName));
    return {};
  },
  GetSourcePrivateSettings: (world, { sourceName }) => ({
    sourceSettings: privateOf(world, sourceName).private,
  }),
  SetSourcePrivateSettings: (world, { sourceName, sourceSettings }) => {
    Object.assign(privateOf(world, sourceName).private, sourceSettings);
    return undefined;
  },
  GetInputList: ({ inputs }) => ({
    inputs: inputs.map(({ name, kind }) => ({ inputName: name, inputKind: kind })),
  }),
  GetInputSettings: (world, { inputName }) => {
    const { settings, kind } = inputOf(world, inputName);
    return { inputSettings: settings, inputKind: kind };
  },
  SetInputSettings: (world, { inputName, inputSettings, overlay = true }) => {
    const input = inputOf(world, inputName);
    input.settings = { ...(overlay ? input.settings : {}), ...(inputSettings as Data) };
    return undefined;
  },
  CreateInput: (world, { sceneName, inputName, inputKind, inputSettings }) => {
    const scene = sceneOf(world, sceneName);
    free(world, inputName, 'input');
    if (!world.kinds.includes(String(inputKind)))
      throw new Fault(605, 'Your specified input kind is not supported by OBS.');
    const settings = { ...(inputSettings as Data) };
    world.inputs.push({ name: String(inputName), kind: String(inputKind), settings, volumeDb: 0 });
    return { sceneItemId: world.addItem(scene, String(inputName)).id };
  },
  RemoveInput: (world, { inputName }) => {
    world.removeInput(inputOf(world, inputName).name);
    return undefined;
  },
  SetInputVolume: (world, { inputName, inputVolumeDb }) => {
    const input = inputOf(world, inputName);
    if (input.kind !== 'browser_source') throw new Fault(604, 'The specified input does not support audio.');
    input.volumeDb = Number(inputVolumeDb);
    return undefined;
  },
  GetSceneItemList: (world, { sceneName }) => ({
    sceneItems: sceneOf(world, sceneName).items.map(({ id, source, enabled, transform }) => ({
      sceneItemId: id,
      sourceName: source,
      sceneItemEnabled: enabled,
      sceneItemTransform: transform,
    })),
  }),
  GetSceneItemId: (world, { sceneName, sourceName }) => {
    const item = sceneOf(world, sceneName).items.find(({ source }) => source === sourceName);
    if (!item) throw new Fault(600, 'No scene items were found in the specified scene by that name.');
    return { sceneItemId: item.id };
  },
  CreateSceneItem: (world, { sceneName, sourceName }) => {
    const scene = sceneOf(world, sceneName);
    return { sceneItemId: world.addItem(scene, inputOf(world, sourceName).name).id };
  },
  SetSceneItemTransform: (world, data) => {
    const transform = data.sceneItemTransform as Data;
    for (const side of ['boundsWidth', 'boundsHeight'])
      if (Number(transform[side] ?? 1) < 1)
        throw new Fault(402, `The field value of \`${side}\` is too low.`);
    Object.assign(itemOf(world, data).transform, transform);
    return undefined;
  },
  GetSceneItemEnabled: (world, data) => ({ sceneItemEnabled: itemOf(world, data).enabled }),
  SetSceneItemEnabled: (world, data) => {
    itemOf(world, data).enabled = data.sceneItemEnabled === true;
    return undefined;
  },
  GetSourceFilter: (world, data) => ({ filterEnabled: filterOf(world, data), filterKind: 'color_filter_v2' }),
  SetSourceFilterEnabled: (world, data) => {
    filterOf(world, data);
    world.filters.get(String(data.sourceName))?.set(String(data.filterName), data.filterEnabled === true);
    return undefined;
  },
  GetSourceScreenshot: (world, { sourceName, imageFormat, imageWidth }) => {
    if (!world.taken(sourceName))
      throw new Fault(600, `No source was found by the name of \`${String(sourceName)}\`.`);
    if (imageFormat !== 'png') throw new Fault(400, 'Your specified image format is not supported.');
    if (Number(imageWidth) < 8 || Number(imageWidth) > 4096) throw new Fault(402, 'Out of range.');
    return { imageData: `data:image/png;base64,${PIXEL}` };
  },
};
