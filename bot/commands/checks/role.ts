import { type CommandSpec, type Fault, fault, type Role } from '../spec.ts';

/** May this role type this command? Null is yes. The engine asks again; this answer is only quicker and kinder. */
export function checkRole(spec: CommandSpec, role: Role): Fault | null {
  if (spec.who.includes(role)) return null;
  if (role === 'admin' || (spec.referee && role !== 'player')) return null;
  if (spec.who.includes('player')) return fault(spec.who.includes('helper') ? 'no-grant' : 'not-yours', {});
  if (spec.who.includes('viewer')) return fault('for-chat', {});
  return fault('not-admin', {});
}
