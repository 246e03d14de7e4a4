/** Small pages for people, in both languages: they need nothing that must be built, and nothing runs on them. */
import { createHash } from 'node:crypto';

export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
}

export interface Words {
  readonly title: string;
  /** Markup of ours: nothing that came from outside may stand in it. */
  readonly text: string;
}

export interface Both {
  readonly ru: Words;
  readonly en: Words;
}

const BASE = `:root{color-scheme:dark}*{box-sizing:border-box}body{min-height:100vh;margin:0;padding:24px;background:radial-gradient(90% 60% at 50% 0,#1b1f45,#0a0c1b 60%,#05060d);background-color:#06070f;color:#fbf5e4;font:20px/1.45 system-ui,sans-serif}h1{color:#ffe9a8;font-family:Georgia,"Times New Roman",serif}a{color:#ffe9a8;text-underline-offset:3px}a:focus-visible{outline:3px solid #ffe9a8;outline-offset:3px;border-radius:6px}code{color:#ffe9a8}`;
const NOTE = `body{display:grid;place-content:center}section{max-width:34em;margin:18px 0;padding:4px 24px;border-left:4px solid #c89b46}h1{margin:0 0 8px;font-size:26px}p{margin:0}`;

/** In both languages: whoever comes here has no page yet that would know theirs. */
export function notePage(status: number, { ru, en }: Both): Page {
  const section = (lang: string, { title, text }: Words) =>
    `<section lang="${lang}"><h1>${title}</h1><p>${text}</p></section>`;
  return page(status, {
    lang: 'ru',
    style: NOTE,
    body: `<main>${section('ru', ru)}${section('en', en)}</main>`,
  });
}

export interface PageParts {
  readonly lang: 'ru' | 'en';
  readonly style: string;
  readonly body: string;
  /** It has forms that come back here. */
  readonly forms?: boolean;
}

/** @param style of this page, after the common one @param body markup of ours, with what came from outside escaped */
export function page(status: number, { lang, style, body, forms = false }: PageParts): Page {
  const whole = BASE + style;
  const hash = createHash('sha256').update(whole).digest('base64');
  const html = `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<title>MSIG</title>
<style>${whole}</style>
${body}
</html>`;
  return { status, headers: headersWith(hash, forms), html };
}

/** A form that hides where it comes from would be taken for another site's. */
function headersWith(hash: string, forms: boolean): Page['headers'] {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action ${forms ? "'self'" : "'none'"}; frame-ancestors 'none'`,
    'referrer-policy': forms ? 'same-origin' : 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'Accept',
  };
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A browser asks for a page by its name; programs do not. */
export function wantsPage(request: {
  readonly method: string;
  readonly url: string;
  readonly headers: { readonly accept?: string | undefined };
}): boolean {
  const page = request.method === 'GET' && !/^\/(api|hooks|ext)\//.test(request.url);
  return page && (request.headers.accept ?? '').includes('text/html');
}

const HOME_RU = 'Ссылки есть на <a href="/">главной странице</a>, если открыть её на машине, где идёт игра.';
const HOME_EN = 'The <a href="/">front page</a> has the links, on the machine where the game runs.';

const REFUSALS: Readonly<Record<string, Both>> = {
  'code-spent': {
    ru: {
      title: 'Эта ссылка уже сработала',
      text: 'Она открывается один раз. Страница, открытая по ней раньше, работает дальше; её можно сохранить в закладки. Свежую даёт <a href="/">главная страница</a> на машине, где идёт игра; <code>npm start</code> тоже печатает её при каждом запуске.',
    },
    en: {
      title: 'This link has been used',
      text: 'It opens once. The page it opened before still works; you can bookmark it. For a fresh one there is the <a href="/">front page</a>, on the machine where the game runs; <code>npm start</code> prints one at every start too.',
    },
  },
  'not-found': {
    ru: { title: 'Здесь ничего нет', text: `Проверь адрес. ${HOME_RU}` },
    en: { title: 'Nothing is here', text: `Check the address. ${HOME_EN}` },
  },
  'no-page': {
    ru: {
      title: 'Страницы не собраны',
      text: 'Собери их: <code>npm run build</code>, и открой ссылку ещё раз.',
    },
    en: {
      title: 'The pages are not built',
      text: 'Build them: <code>npm run build</code>, then open the link again.',
    },
  },
  'bad-host': {
    ru: {
      title: 'Под этим именем игру здесь не знают',
      text: 'Открой её как <code>127.0.0.1</code> или добавь имя в настройку <code>names</code>.',
    },
    en: {
      title: 'The game is not known by this name',
      text: 'Open it as <code>127.0.0.1</code>, or add the name to the setting <code>names</code>.',
    },
  },
};

/** The page that says no to a person; null where there is none, and JSON says it. */
export function refusalPage(code: string, status: number): Page | null {
  const words = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  return words ? notePage(status, words) : null;
}
