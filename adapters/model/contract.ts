/**
 * What the game needs of whoever finds words for a monster: a name and one line. They are only words: nothing in them
 * reaches a rule, and whoever shows them checks them first.
 */
import type { ModelError } from './failures.ts';

/** All of it comes from the pack; no viewer's or player's text is ever in it. */
export interface NamingRequest {
  readonly templateId: string;
  readonly affixId: string | null;
  readonly tier: number;
  readonly lang: 'ru' | 'en';
  /** A look and a mood in one breath, in English. */
  readonly hint: string;
  /** What the pack calls the template in this language. */
  readonly name: string;
  /** What has touched it, and how that stands beside a name: a text that holds `{name}`. */
  readonly affix: { readonly name: string; readonly form: string } | null;
}

export interface Naming {
  /** Up to 24 characters. */
  readonly name: string;
  /** One sentence of up to 120 characters. */
  readonly line: string;
}

export interface ModelDriver {
  readonly id: 'grammar' | 'openai';
  /** Same as in the pack where nothing better comes to mind. @throws ModelError; nothing else */
  find(request: NamingRequest, signal: AbortSignal): Promise<Naming>;
}
export type { ModelError };
