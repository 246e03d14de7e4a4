/** What Discord checks of a message before it takes it. */
import { type Answered, refusal } from './web.ts';
import type { Body } from './world.ts';

const LONGEST = 2_000;
const LONGEST_NONCE = 25;

/** 50035 is Discord's word for a body that breaks its form, 50006 for an empty message. */
export function faultOf({ content = '', nonce, components = [] }: Body, files: number): Answered | null {
  if (content.length > LONGEST) return refusal(400, 50_035, 'Invalid Form Body');
  if (nonce !== undefined && nonce.length > LONGEST_NONCE) return refusal(400, 50_035, 'Invalid Form Body');
  const rows = components as {
    readonly components: readonly { readonly custom_id: string; readonly label: string }[];
  }[];
  const buttons = rows.flatMap((row) => row.components);
  const ids = new Set(buttons.map((one) => one.custom_id));
  const long = buttons.some(({ custom_id: id, label }) => id.length > 100 || label.length > 80);
  if (rows.length > 5 || rows.some((row) => row.components.length > 5) || ids.size < buttons.length || long)
    return refusal(400, 50_035, 'Invalid Form Body');
  return content.trim() === '' && files === 0 ? refusal(400, 50_006, 'Cannot send an empty message') : null;
}
