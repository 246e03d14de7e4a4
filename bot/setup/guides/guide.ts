/** How an app is made at a platform: the page, what to fill in there, and what is asked for with the reason. */
export interface Guide {
  /** To be opened in a browser. */
  readonly page: string;
  /** In order; `{redirect}` and `{hook}` are our addresses. */
  readonly steps: readonly string[];
  /** Asked for at the sign-in: scope → why. */
  readonly scopes: Readonly<Record<string, string>>;
  /** Where there are many: the same scopes by what they are for, so that the guide fits into a small window. */
  readonly groups?: readonly { readonly what: string; readonly scopes: readonly string[] }[];
  /** What is good to know before, and what is not possible there. */
  readonly notes: readonly string[];
}

export type BothGuides = Readonly<Record<'ru' | 'en', Guide>>;

export interface Addresses {
  readonly redirect: string;
  /** Where webhooks arrive, or words for nowhere. */
  readonly hook: string;
}

/** What is said over the rights, and how to see each of them. */
export interface RightsWords {
  readonly why: string;
  readonly more: string;
}

/** The guide as lines for a terminal. */
export function guideText(guide: Guide, { redirect, hook }: Addresses, { why, more }: RightsWords): string {
  const filled = (text: string) => text.replaceAll('{redirect}', redirect).replaceAll('{hook}', hook);
  const steps = guide.steps.map((step, index) => `${index + 1}. ${filled(step)}`);
  const rights = guide.groups ? [...guide.groups.map(({ what }) => `  ${what}`), more] : scopeLines(guide);
  const asked = rights.length > 0 ? [why, ...rights] : [];
  const notes = guide.notes.map(filled);
  return [guide.page, ...steps, ...asked, ...notes].join('\n');
}

/** Each scope with its reason, a line each. */
export function scopeLines({ scopes }: Guide): readonly string[] {
  return Object.entries(scopes).map(([scope, reason]) => `  ${scope} — ${reason}`);
}
