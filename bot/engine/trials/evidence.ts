/** What speaks for a game being done: a clip, a recording with the moment in it, and what the stream showed. */
import type { Player } from '../state.ts';

export interface Evidence {
  readonly link: string | null;
  readonly is: 'clip' | 'recording' | 'page' | null;
  /** Seconds into the recording. */
  readonly moment: number | null;
}

const LINK = /https?:\/\/[^\s<>"']+/i;
const CLIP = /clip|shorts/i;
/** Where streams are kept whole: there a link without a moment says nothing. */
const RECORDING = /\/videos?[/-]|watch\?|youtu\.be\/|\/live\/|\/vod/i;
const MOMENT = /[?&#](?:t|start|time)=(\d+h)?(\d+m)?(\d+)?s?(?=[&#]|$)/i;

export function evidenceOf(proof: string): Evidence {
  const link = LINK.exec(proof)?.[0] ?? null;
  if (link === null) return { link, is: null, moment: null };
  const is = CLIP.test(link) ? 'clip' : RECORDING.test(link) ? 'recording' : 'page';
  return { link, is, moment: momentOf(link) };
}

function momentOf(link: string): number | null {
  const found = MOMENT.exec(link);
  if (!found || (!found[1] && !found[2] && !found[3])) return null;
  const [hours = 0, minutes = 0, seconds = 0] = found
    .slice(1, 4)
    .map((part) => Number.parseInt(part ?? '0', 10));
  return hours * 3600 + minutes * 60 + seconds;
}

/** Enough to look at: a clip, a page, a recording with its moment, or a stream whose history is known. */
export function isProof(evidence: Evidence, player: Pick<Player, 'stream'>): boolean {
  if (evidence.is === 'recording') return evidence.moment !== null;
  return evidence.is !== null || (player.stream ?? []).length > 0;
}
