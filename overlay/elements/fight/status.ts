/** Statuses as badges: what helps is round, what harms points down; the silhouette says which, the number how long. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Fight } from '../../../bot/engine/combat/state.ts';
import type { Face } from '../../link/face.ts';
import type { FightWords } from '../../texts/fight-words.ts';
import { FIGHT_ICONS, type FightIcon } from './icons.ts';

const WORDS: readonly (readonly [RegExp, FightIcon])[] = [
  [/burn|fire|heat|scald|smoulder/, 'burning'],
  [/bleed|cut|wound|scratch/, 'bleeding'],
  [/stun|daze|dizz|ring/, 'stunned'],
  [/chill|ice|frost|freez|cold|numb/, 'chilled'],
  [/poison|venom|toxic|sick|ink|soul/, 'poisoned'],
  [/bound|hold|held|chain|root|snare|tangle|web|stuck|queue/, 'held'],
  [/shock|static|electr|spark/, 'shocked'],
  [/slow|heavy|mud|tired|buffer/, 'slowed'],
  [/wet|soak|rain|damp|flood/, 'wet'],
  [/blind|dark|fog|smoke|veil/, 'blind'],
  [/open|crack|broken|exposed|weak/, 'open'],
  [/strong|rage|fury|charge|power|brave/, 'strong'],
  [/mend|regen|heal|knit/, 'mending'],
  [/sleep|asleep|drows/, 'asleep'],
  [/evad|evasion|afterimage|ghost|quick/, 'evading'],
  [/bat/, 'bat'],
  [/claw|fang/, 'claws'],
  [/under|dug/, 'under'],
];
const HELPS: ReadonlySet<FightIcon> = new Set(['strong', 'mending', 'evading', 'bat', 'claws']);
/** Marks of rules that are worth a badge; all others are between the rules. */
const MARKS: ReadonlySet<string> = new Set(['asleep', 'under', 'open', 'bat', 'claws', 'charged', 'stunned']);

export function statusIcon(id: string): FightIcon {
  return WORDS.find(([words]) => words.test(id))?.[1] ?? 'warn';
}

const BOON = 'M-19 0a19 19 0 1 0 38 0a19 19 0 1 0 -38 0Z';
const BANE = 'M-20 -17H20L17 5L0 22L-17 5Z';

export function fightIcon(name: FightIcon, size: number, fill = 'currentColor'): TemplateResult {
  return svg`<svg width=${size} height=${size} viewBox="0 0 512 512" aria-hidden="true"><path d=${FIGHT_ICONS[name]} fill=${fill}></path></svg>`;
}

interface Shown {
  readonly id: string;
  readonly rounds: number | null;
}

function shownOf({ statuses, flags }: Pick<Fight['me'], 'statuses' | 'flags'>): Shown[] {
  const own = statuses.map(({ effect, rounds }) => ({ id: effect, rounds }));
  const marks = Object.keys(flags).filter((flag) => MARKS.has(flag));
  return [...own, ...marks.map((flag) => ({ id: flag, rounds: flags[flag] ?? null }))];
}

function badge(face: Face, words: FightWords, { id, rounds }: Shown): TemplateResult {
  const entry = face.pack.entry('effects', id);
  const icon = statusIcon(id);
  const boon = entry.polarity === 'positive' || (entry.polarity === undefined && HELPS.has(icon));
  const label = rounds === null ? entry.name : words.statusFor(entry.name, rounds);
  return html`<li>${svg`<svg class="status" width="36" height="38" viewBox="-23 -21 46 46" role="img" aria-label=${label}><title>${label}</title>
      <path d=${boon ? BOON : BANE} fill="var(--lead)" stroke="var(--lead)" stroke-width="6"></path>
      <path d=${boon ? BOON : BANE} fill=${boon ? '#b8f27a' : '#ff8a64'} stroke="#fff6df" stroke-width="1.6"></path>
      <path d=${FIGHT_ICONS[icon]} fill="#140c04" transform="translate(-12.500 ${boon ? -12.5 : -15}) scale(.0488)"></path></svg>`}
    ${rounds === null ? nothing : html`<b aria-hidden="true">${rounds}</b>`}</li>`;
}

/** At most `most` badges, then how many more. */
export function statuses(
  one: Pick<Fight['me'], 'statuses' | 'flags'>,
  { face, words }: { readonly face: Face; readonly words: FightWords },
  most: number,
): TemplateResult | typeof nothing {
  const all = shownOf(one);
  if (all.length === 0) return nothing;
  const shown = all.slice(0, all.length > most ? most - 1 : most);
  return html`<ul class="statuses">${shown.map((status) => badge(face, words, status))}${all.length > shown.length ? html`<li class="more">${words.more(all.length - shown.length)}</li>` : nothing}</ul>`;
}
