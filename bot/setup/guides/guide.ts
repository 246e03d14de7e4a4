/** How an app is made at a platform: the page, what to fill in there, and what is asked for with the reason. */
export interface Guide {
  /** To be opened in a browser. */
  readonly page: string;
  /** In order; `{redirect}` and `{hook}` are our addresses. */
  readonly steps: readonly string[];
  /** Asked for at the sign-in: scope → why. */
  readonly scopes: Readonly<Record<string, string>>;
  /** What is good to know before, and what is not possible there. */
  readonly notes: readonly string[];
}

export type BothGuides = Readonly<Record<'ru' | 'en', Guide>>;

export interface Addresses {
  readonly redirect: string;
  /** Where webhooks arrive, or words for nowhere. */
  readonly hook: string;
}

/** The guide as lines for a terminal. */
export function guideText(guide: Guide, { redirect, hook }: Addresses, why: string): string {
  const filled = (text: string) => text.replaceAll('{redirect}', redirect).replaceAll('{hook}', hook);
  const steps = guide.steps.map((step, index) => `${index + 1}. ${filled(step)}`);
  const scopes = Object.entries(guide.scopes).map(([scope, reason]) => `  ${scope} — ${reason}`);
  const asked = scopes.length > 0 ? ['', why, ...scopes] : [];
  const notes = guide.notes.length > 0 ? ['', ...guide.notes.map(filled)] : [];
  return [guide.page, ...steps, ...asked, ...notes].join('\n');
}
