/** The question of the check `app`, for whoever has an app before it is written down. */
import type { Settings } from '../settings-table.ts';
import { EXAMINERS } from './around.ts';
import type { Platform } from './facts.ts';
import { openNet } from './net.ts';

/** @param settings with the id of the app. Never rejects. */
export async function tryApp(
  platform: Platform,
  settings: Settings,
  secret: string | null,
): Promise<'good' | 'refused' | 'unknown'> {
  const place = { settings, net: openNet(Date.now), now: Date.now, secret };
  const { state } = await EXAMINERS[platform].app(place).catch(() => ({ state: 'silent' }) as const);
  return state === 'good' || state === 'refused' ? state : 'unknown';
}
