/**
 * `msig obs run`: the stage on the streamer's own machine, for a game whose host is elsewhere. It listens through the
 * overlay's read-only key.
 */
import { composeObsStage } from '../../compose-scene.ts';
import { MsigError } from '../../errors.ts';
import { doorsOf } from '../../player/address.ts';
import { Link } from '../../player/link.ts';
import type { Moment } from '../../protocol/views.ts';
import { type Given, wantedOf } from './given.ts';
import { runningLink } from './links.ts';

/** Resolves when it runs; ends with the process. @throws MsigError */
export async function runObs(given: Given): Promise<void> {
  const { settings, obs, links } = wantedOf(given);
  const wanted = links.length > 0 ? links : [await runningLink(settings)];
  const note = (line: string) => process.stderr.write(`msig: ${line}\n`);
  const stage = composeObsStage({
    obs,
    lang: settings.lang,
    links: () => wanted,
    subscribe: (listener) => listenTo(wanted[0] ?? '', listener, note),
    note,
  });
  if (stage === null)
    throw new MsigError('BAD_OPTION', { option: '--url', value: '', expected: 'an address' });
  stage.start();
  const stop = () => void stage.close().finally(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
}

/** What happens in the game of an overlay's link, over the public WebSocket. Returns the way to stop. */
export function listenTo(
  overlay: string,
  listener: (moments: readonly Moment[]) => void,
  note: (line: string) => void,
): () => void {
  const { origin, searchParams } = new URL(overlay);
  const key = searchParams.get('key') ?? '';
  let refused: string | null = null;
  const link = new Link({
    socket: doorsOf(origin).socket,
    game: searchParams.get('game') ?? '',
    views: ['log'],
    token: async (after) => {
      if (after !== null && after !== refused) note(new MsigError('BAD_TOKEN', { detail: after }).message);
      refused = after;
      return key;
    },
    view: () => {},
    moments: listener,
    chat: () => {},
    hook: () => {},
    up: () => {},
    down: () => {},
  });
  return () => link.close();
}
