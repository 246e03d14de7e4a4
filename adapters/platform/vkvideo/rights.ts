/** What we may do in the channel: by the kind of token, its scopes, whose channel it is, and what was refused so far. */
import type { Feature } from '../contract.ts';
import type { Login } from './login.ts';
import type { Identity } from './room.ts';

export class Rights {
  readonly #login: Login;
  #writingRefused = false;
  /** Stays known after the account was refused: its lines are still our own. */
  identity: Identity | null = null;

  constructor(login: Login) {
    this.#login = login;
  }

  get canWrite(): boolean {
    return this.#login.asUser && !this.#writingRefused && this.#may('chat:message:send');
  }

  /** Why points and rewards cannot be used; null if they can, as far as is known. */
  get hindrance(): string | null {
    if (!this.#login.asUser) return 'no_account';
    if (this.identity?.isOwner === false) return 'not_owner';
    return this.#may('channel:points:rewards:demands') ? null : 'no_scope';
  }

  /** What VK Video Live has no method for (polls, moderation, deleting, replies, donations) is never among them. */
  get features(): readonly Feature[] {
    const features: Feature[] = ['read', 'roles', 'stream-status'];
    if (this.canWrite) features.push('write');
    if (this.hindrance !== null) return features;
    if (this.#may('channel:points:rewards')) features.push('rewards-create');
    return [...features, 'rewards-settle'];
  }

  refuseWriting(): void {
    this.#writingRefused = true;
  }

  /** Without a list of scopes the platform's refusals decide. */
  #may(scope: string): boolean {
    return this.#login.scopes?.includes(scope) ?? true;
  }
}
