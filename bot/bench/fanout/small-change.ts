/** The change that the anchors were measured with, through our stream: so that bytes can be compared like with like. */
import { SharedDeflate } from '../../gateway/socket/shared-deflate.ts';

const CHANGES = 2000;
/** By then the stream's window is full. */
const WARM = 1000;

/** Two players' numbers and a throw, 117 bytes of JSON. @returns mean bytes of a frame. */
export function bytesOfSmallChange(): number {
  const stream = new SharedDeflate();
  let seed = 7;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    // The low bits of such a generator hardly change.
    return (seed >>> 8) % limit;
  };
  let bytes = 0;
  for (let seq = 1; seq <= CHANGES; seq += 1) {
    const set = { [`players.p${below(8)}.cell`]: below(100), [`players.p${below(8)}.hp`]: below(40) };
    const dice = [1 + below(4), 1 + below(4), 1 + below(4)];
    const text = JSON.stringify({ seq, set, moments: [{ kind: 'rolled', player: `p${below(8)}`, dice }] });
    const frame = stream.pack(Buffer.from(text));
    if (seq > WARM) bytes += frame.length;
  }
  return bytes / (CHANGES - WARM);
}
