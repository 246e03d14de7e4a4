/** The part of Twitch's helper script that the views use. It is loaded by the page, before any script of ours. */

export interface Authorized {
  readonly channelId: string;
  readonly clientId: string;
  readonly token: string;
  readonly helixToken?: string;
  /** The opaque id. */
  readonly userId: string;
}

export interface Context {
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
}

export interface Transaction {
  readonly transactionReceipt: string;
  /** Every open view hears of a purchase; only the buyer's own hands the receipt in. */
  readonly initiator: string;
}

export interface Product {
  readonly sku: string;
  readonly displayName: string;
  readonly cost: { readonly amount: number; readonly type: string };
}

export interface TwitchExt {
  onAuthorized(callback: (auth: Authorized) => void): void;
  onContext(callback: (context: Context, changed: readonly string[]) => void): void;
  onVisibilityChanged(callback: (visible: boolean) => void): void;
  listen(target: string, callback: (target: string, type: string, message: string) => void): void;
  readonly actions: { requestIdShare(): void };
  readonly configuration: {
    readonly broadcaster?: { readonly content: string };
    onChanged(callback: () => void): void;
  };
  readonly features: { readonly isBitsEnabled?: boolean };
  readonly bits?: {
    getProducts(): Promise<readonly Product[]>;
    useBits(sku: string): void;
    onTransactionComplete(callback: (transaction: Transaction) => void): void;
    onTransactionCancelled(callback: () => void): void;
  };
}

/** Null where the helper could not be loaded: outside Twitch, or behind a blocker. */
export function helper(): TwitchExt | null {
  return (globalThis as { Twitch?: { ext?: TwitchExt } }).Twitch?.ext ?? null;
}
