import type { Speaker } from '../../../bot/protocol/wire.ts';

export type Role = 'streamer' | 'viewer' | 'helper';

export interface Voice {
  readonly role: Role;
  /** In whose chat; the streamer speaks for this seat. */
  readonly player: string;
  readonly name: string;
}

const MOST_LETTERS = 80;

/** Control and invisible characters say nothing in a name and could hide one. */
export function cleanName(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_LETTERS);
}

/**
 * Who speaks, as the wire says it. The same name is the same person: a helper's grant hangs on the local id,
 * so a viewer and a helper of one name are one.
 */
export function speakerOf(voice: Voice): Speaker {
  if (voice.role === 'streamer') return { player: voice.player };
  const name = cleanName(voice.name) || 'viewer';
  return { platform: 'local', user: name.toLowerCase(), name, channel: voice.player };
}
