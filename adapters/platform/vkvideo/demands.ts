/** The platform's demands: what viewers have paid for, and whether it still waits. */
import type { Redemption } from '../contract.ts';
import type { Api } from './api.ts';
import { wordsOfParts } from './meaning.ts';
import { at, idAt, listAt, numberAt, recordOf, textAt, timeAt, trueAt } from './vk.external.ts';

export type End = 'fulfilled' | 'refunded';

/** `reward` is our key; empty for a reward that is not ours. */
export interface Demand extends Redemption {
  /** Null: it waits. `other`: a word that is not known here. */
  readonly end: End | 'other' | null;
}

/** The platform's reward id → our key. */
export type Keys = ReadonlyMap<string, string>;

/** As others ask; more was not seen. */
const PAGE = 100;
/** 2,000 demands: beyond it the list is not known to be complete. */
const MOST_PAGES = 20;

/** `pending` is certain, the other words were seen in one place each. */
const ENDS: Readonly<Record<string, End | null>> = {
  '': null,
  pending: null,
  approved: 'fulfilled',
  accepted: 'fulfilled',
  rejected: 'refunded',
};

/** All that the list has. @throws Refusal; VkvideoError VKVIDEO_LOGIN; Error of the network */
export async function listDemands(
  api: Api,
  { channel, keys }: { readonly channel: string; readonly keys: Keys },
): Promise<{ readonly demands: readonly Demand[]; readonly complete: boolean }> {
  const found = new Map<string, Demand>();
  let offset = 0;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { channel_url: channel, limit: String(PAGE), offset: String(offset) };
    const answer = await api.get('/channel_point/reward/demands', query);
    const listed = listAt(answer, 'data', 'demands');
    for (const demand of listed.map((one) => demandOf(one, keys))) if (demand) found.set(demand.id, demand);
    // `extra` stands beside `data`; should it be inside, it is found there.
    const extra = recordOf(at(answer, 'extra')) ?? recordOf(at(answer, 'data', 'extra'));
    const last = extra ? trueAt(extra, 'is_last') : listed.length < PAGE;
    if (last || listed.length === 0) return { demands: [...found.values()], complete: true };
    const next = numberAt(extra, 'offset') ?? 0;
    offset = next > offset ? next : offset + listed.length;
  }
  return { demands: [...found.values()], complete: false };
}

/** @param value a `demand`, from the list or from the socket. Null if it cannot be read. */
export function demandOf(value: unknown, keys: Keys): Demand | null {
  const id = idAt(value, 'id');
  const user = idAt(value, 'user', 'id');
  if (id === '' || user === '') return null;
  const status = textAt(value, 'status').toLowerCase();
  return {
    id,
    reward: keys.get(idAt(value, 'reward', 'id')) ?? '',
    user,
    name: textAt(value, 'user', 'nick') || user,
    input: wordsOfParts(listAt(value, 'message_parts')),
    at: timeAt(value, 'created_at') ?? Date.now(),
    end: Object.hasOwn(ENDS, status) ? (ENDS[status] ?? null) : 'other',
  };
}
