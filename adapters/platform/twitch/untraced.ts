/**
 * The library turns every line it has parsed into JSON for a trace log, and only then asks whether that log is on: a
 * quarter of all its time (decisions/0004-speed.md). Nobody else makes JSON of these objects, so they are told to have
 * none.
 */
import { ChatMessage } from '@twurple/chat';

/** For the whole process; more than once does no harm. */
export function leaveTraceOut(): void {
  Object.defineProperty(ChatMessage.prototype, 'toJSON', { configurable: true, value: () => null });
}
