/** A scene program's failure in the words of our own table of errors, which has both languages. */
import { isSceneError, type SceneCode } from '../../adapters/scene/failures.ts';
import { type ErrorCode, MsigError } from '../errors.ts';

const CODES: Readonly<Record<SceneCode, ErrorCode>> = {
  SCENE_UNREACHABLE: 'OBS_UNREACHABLE',
  SCENE_PASSWORD: 'OBS_PASSWORD',
  SCENE_OLD: 'OBS_OLD',
  SCENE_SILENT: 'OBS_SILENT',
  SCENE_KICKED: 'OBS_KICKED',
  SCENE_GONE: 'OBS_UNREACHABLE',
  SCENE_FAILED: 'OBS_REFUSED',
  SCENE_CLOSED: 'OBS_UNREACHABLE',
  SCENE_NONE: 'OBS_UNREACHABLE',
};

/** What is no failure of a scene program comes back as it is. */
export function told(error: unknown): unknown {
  if (!isSceneError(error)) return error;
  return new MsigError(CODES[error.code], { detail: error.code, ...error.args }, { cause: error });
}
