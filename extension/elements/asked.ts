/** The question on air: a vote with its clock and its answers, or what the streamer alone decides. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExtPoll, ExtState } from '../../bot/protocol/extension.ts';
import { countdown } from '../../overlay/elements/art/countdown.ts';
import type { Session } from '../link/session.ts';
import { fight } from './fight.ts';

type Asked = NonNullable<ExtState['asked']>;

interface Texts {
  readonly title: string;
  readonly line: string;
  readonly word: string;
  readonly options: readonly string[];
}

function textsOf(session: Session, about: Asked | null): Texts {
  const { pack, words } = session;
  const none = { title: '', line: '', word: '', options: [] };
  if (about?.is === 'trial') {
    const { name: title, question, line, word, options } = pack.entry('trials', about.trial);
    return { title, line: question ?? line ?? '', word: word ?? '', options: options ?? [] };
  }
  if (about?.is === 'choice') {
    const [kind = '', id = ''] = about.path.split('/');
    const { name: title, line = '' } = pack.entry(kind, id);
    return { ...none, title, line, options: pack.options(about.path) };
  }
  if (about?.is === 'scene') return sceneTexts(session, about);
  return about ? { ...none, title: words.pending[about.is] } : none;
}

/** A story's own sentences, with the names it means. */
function sceneTexts({ pack, state }: Session, { run }: Extract<Asked, { is: 'scene' }>): Texts {
  const { name: title, lines = {} } = pack.entry('stories', run.story);
  const of = (id: string | undefined) => (state && id ? nameIn(state, id) : '');
  const says = (key: string) =>
    (lines[key] ?? key).replace('{name}', () => of(state?.seat)).replace('{rival}', () => of(run.rival));
  return { title, line: run.lines.map(says).join(' '), word: '', options: run.options.map(says) };
}

/** Seconds until then, never below zero. */
function secondsTo(session: Session, until: number): number {
  return Math.max(0, Math.ceil((until - session.now()) / 1000));
}

/** Votes of this chat, the first that ends first; without one, what the streamer is asked; without that, a calm word. */
export function asked(session: Session): TemplateResult {
  const { state, words } = session;
  if (!state) return html``;
  if (state.winner) return calm(words.winner(nameIn(state, state.winner)), words.over);
  if (state.status !== 'running' && state.status !== 'superGame') return calm(words.status[state.status], '');
  const polls = [...state.polls].sort((a, b) => a.closes - b.closes);
  if (polls.length > 0) return html`${fight(session)}${polls.map((poll) => vote(session, poll))}`;
  if (state.fight) return html`${fight(session)}`;
  if (state.asked) return decision(session, state.asked);
  const roll = state.roll ? words.lastRoll(state.roll.total) : '';
  return calm(words.quiet, [words.quietNote, roll].filter(Boolean).join(' '));
}

const nameIn = ({ players }: ExtState, id: string) => players.find((one) => one.id === id)?.name ?? id;

function calm(title: string, note: string): TemplateResult {
  return html`<section class="card calm"><h2 class="display">${title}</h2>${note ? html`<p>${note}</p>` : nothing}</section>`;
}

function decision(session: Session, about: Asked): TemplateResult {
  const { words } = session;
  const { title, line, options } = textsOf(session, about);
  return html`<section class="card">
    <header class="ask">
      <div>
        <span class="label">${words.pending[about.is]}</span>
        <h2 dir="auto">${title || words.pending[about.is]}</h2>
      </div>
      ${about.until === null ? nothing : html`<b class="seconds" role="timer" aria-label=${words.seconds(secondsTo(session, about.until))}>${secondsTo(session, about.until)}</b>`}
    </header>
    ${line ? html`<p dir="auto">${line}</p>` : nothing}
    ${options.length > 0 ? html`<ol class="plain">${options.map((text) => html`<li dir="auto">${text}</li>`)}</ol>` : nothing}
    <p class="note">${words.streamerDecides}</p>
  </section>`;
}

function vote(session: Session, poll: ExtPoll): TemplateResult {
  const { words, me } = session;
  const { title, line, word, options } = textsOf(session, poll.about);
  const left = secondsTo(session, poll.closes);
  const lasts = (poll.closes - poll.opens) / 1000;
  const names = poll.kind === 'confirm' ? confirmOf(session) : options;
  return html`<section class="card vote" aria-label=${words.pollKind[poll.kind]}>
    <header class="ask">
      <div>
        <span class="label">${words.pollKind[poll.kind]}</span>
        <h2 dir="auto">${title}</h2>
      </div>
      ${countdown({ left, of: lasts, size: 62, label: words.seconds(left) })}
    </header>
    ${line ? html`<p class="line" dir="auto">${line}</p>` : nothing}
    ${answers(session, { poll, names, word, closed: left === 0 })}
    <p class="note">
      ${left === 0 ? words.counting : poll.kind === 'crowd' ? words.crowd(poll.tally.voters, poll.need) : words.votes(poll.tally.voters)}
    </p>
    ${left > 0 && me?.known && poll.options > 0 ? html`<p class="note">${words.sameAsChat}</p>` : nothing}
    ${left > 0 && me && !me.known ? html`<p class="note warn">${words.loggedOut}</p>` : nothing}
  </section>`;
}

function confirmOf({ lang }: Session): readonly string[] {
  return lang === 'ru' ? ['Сделано', 'Не сделано'] : ['Done', 'Not done'];
}

interface Answers {
  readonly poll: ExtPoll;
  readonly names: readonly string[];
  readonly word: string;
  readonly closed: boolean;
}

function answers(session: Session, { poll, names, word, closed }: Answers): TemplateResult {
  const { words, me, busy } = session;
  const own = me?.votes[poll.id];
  const off = closed || busy || me?.known === false;
  if (poll.kind === 'crowd') {
    const share = poll.need > 0 ? Math.min(1, poll.tally.voters / poll.need) : 0;
    return html`<button class="main wide" ?disabled=${off || own === 'x'} aria-pressed=${own === 'x'} @click=${() => session.vote(poll.id, 'x')}>${words.here(word || '+')}</button>
      <span class="meter" aria-hidden="true"><i style="--share: ${share}"></i></span>`;
  }
  if (poll.kind === 'number') return numberForm(session, { poll, off, own });
  const counts = Array.from({ length: poll.options }, (_, i) => poll.tally.totals[String(i + 1)] ?? 0);
  const all = counts.reduce((sum, one) => sum + one, 0);
  return html`<ul class="options">
    ${counts.map((count, i) => {
      const mine = own === i + 1;
      const share = all > 0 ? count / all : 0;
      return html`<li>
        <button ?disabled=${off} aria-pressed=${mine} @click=${() => session.vote(poll.id, i + 1)} style="--share: ${share}">
          <kbd>${i + 1}</kbd>
          <span class="text" dir="auto">${names[i] ?? ''}${mine ? html` <em>${words.yourVote}</em>` : nothing}</span>
          <span class="share" aria-label=${words.votes(count)}>${Math.round(share * 100)}%</span>
        </button>
      </li>`;
    })}
  </ul>`;
}

function numberForm(
  session: Session,
  { poll, off, own }: { poll: ExtPoll; off: boolean; own: number | 'x' | undefined },
): TemplateResult {
  const { words } = session;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get('number'));
    const number = Number.parseInt(text, 10);
    if (Number.isSafeInteger(number)) void session.vote(poll.id, number);
  };
  return html`<form class="number" @submit=${send}>
    <label>${words.number}<input name="number" type="number" step="1" inputmode="numeric" required ?disabled=${off} /></label>
    <button class="main" ?disabled=${off}>${words.send}</button>
    ${own === undefined ? nothing : html`<em>${words.yourVote}: ${own}</em>`}
  </form>`;
}
