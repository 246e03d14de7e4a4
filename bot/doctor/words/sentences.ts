/** The shape of what is said about a finding. */
export interface Sentence {
  /** How it is. */
  readonly found: string;
  /** How it should be; absent where all is well. */
  readonly expected?: string;
  readonly todo?: string;
}

export type Sentences = Readonly<Record<string, { readonly ru: Sentence; readonly en: Sentence }>>;
