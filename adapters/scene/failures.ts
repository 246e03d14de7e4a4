/** What can go wrong with a scene program, as coded errors: what came, what was expected, what to do. */

export const SCENE_FAILURES = {
  SCENE_UNREACHABLE:
    'No OBS answers at {url} ({detail}). Start OBS and turn on Tools > WebSocket Server Settings > Enable WebSocket server.',
  SCENE_PASSWORD:
    'OBS at {url} does not accept the password. Copy it from Tools > WebSocket Server Settings > Show Connect Info.',
  SCENE_OLD:
    'What answers at {url} does not speak obs-websocket 5 ({detail}). Expected OBS 28 or newer: update OBS, or check the port.',
  SCENE_SILENT:
    'OBS at {url} did not answer {what} within {seconds} s. Close its open dialogs, or restart it.',
  SCENE_KICKED: 'OBS at {url} has ended our session. It will be tried again in {seconds} s.',
  SCENE_GONE: 'The connection to OBS at {url} was lost ({detail}).',
  SCENE_FAILED: 'OBS at {url} refused {what}: {detail}.',
  SCENE_CLOSED: 'The connection to OBS at {url} was closed.',
  SCENE_NONE: 'No scene program is set up, so there is no scene collection to work on.',
} as const;

export type SceneCode = keyof typeof SCENE_FAILURES;
export type SceneArgs = Readonly<Record<string, string | number>>;

/** A coded failure; `message` is the sentence with its arguments filled in. Holds no password. */
export class SceneError extends Error {
  override readonly name = 'SceneError';
  readonly code: SceneCode;
  readonly args: SceneArgs;

  constructor(code: SceneCode, args: SceneArgs = {}, cause?: unknown) {
    const sentence = SCENE_FAILURES[code].replace(/\{(\w+)\}/g, (hole, key: string) =>
      String(args[key] ?? hole),
    );
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
    this.args = args;
  }
}

/** @returns true for a coded failure, of this code if one is given. */
export function isSceneError(error: unknown, code?: SceneCode): error is SceneError {
  return error instanceof SceneError && (code === undefined || error.code === code);
}

/** OBS has answered, and the answer is no. */
export class ObsRefusal extends Error {
  override readonly name = 'ObsRefusal';
  readonly request: string;
  /** Request status of the protocol: 600 not found, 601 exists, … */
  readonly code: number;

  constructor(request: string, code: number, comment: string) {
    super(`${request}: ${comment} (${code})`);
    this.request = request;
    this.code = code;
  }
}

/** @returns true if OBS refused a request with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly number[]): error is ObsRefusal {
  return error instanceof ObsRefusal && (codes.length === 0 || codes.includes(error.code));
}
