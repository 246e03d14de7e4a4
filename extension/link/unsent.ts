/**
 * Receipts for Bits that the game has not had yet, kept across reloads: the Bits are spent, so the receipt must arrive.
 * Where a browser lets a framed page keep nothing, they live as long as the view does.
 */
const KEY = 'msig-unsent-receipts';
const MOST = 20;

let here: readonly string[] = [];

export function unsent(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    if (Array.isArray(kept)) here = [...new Set([...here, ...kept.map(String)])];
  } catch {
    // What this view remembers has to do.
  }
  return here;
}

export function remember(receipt: string): void {
  keep([...unsent().filter((one) => one !== receipt), receipt].slice(-MOST));
}

export function forget(receipt: string): void {
  keep(unsent().filter((one) => one !== receipt));
}

function keep(receipts: readonly string[]): void {
  here = receipts;
  try {
    localStorage.setItem(KEY, JSON.stringify(receipts));
  } catch {
    // As above.
  }
}
