/** The rig's own page: every view in a frame of the size that Twitch gives it, for everybody who may look. */
import { PERSONAS } from './extension-rig.people.ts';

interface Frame {
  readonly view: string;
  readonly anchor: string;
  readonly mode: string;
  readonly platform: string;
  readonly width: number;
  readonly height: number;
  readonly persona: string;
}

/** Panels are 318 wide and at most 500 high; Twitch's own border takes two pixels on each side of that. */
const PANEL = { view: 'panel', anchor: 'panel', mode: 'viewer', platform: 'web', width: 318, height: 496 };
const FRAMES: readonly Frame[] = [
  ...['anonymous', 'viewer', 'shared', 'helper'].map((persona) => ({ ...PANEL, persona })),
  { ...PANEL, view: 'mobile', platform: 'mobile', width: 360, height: 640, persona: 'viewer' },
  { ...PANEL, view: 'live_config', mode: 'dashboard', width: 318, height: 496, persona: 'broadcaster' },
  { ...PANEL, view: 'config', mode: 'config', width: 700, height: 720, persona: 'broadcaster' },
];
/** As Twitch's frames are. */
const SANDBOX = 'allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts';

/** Address of a view for somebody, as Twitch would write it, and who it is. */
export function viewAddress(
  { view, anchor, mode, platform, persona }: Omit<Frame, 'width' | 'height'>,
  { theme, language }: { theme: string; language: string },
): string {
  const query = { anchor, language, locale: language, mode, platform, state: 'testing', theme, rig: persona };
  return `/${view}.html?${new URLSearchParams(query)}`;
}

export function rigPage(): string {
  const names = new Map(
    PERSONAS.map(({ id, name, role }) => [id, `${id}${name ? `: ${name}` : ''}, ${role}`]),
  );
  const frames = FRAMES.map((frame) => {
    const address = viewAddress(frame, { theme: 'dark', language: 'en' });
    const size = `width="${frame.width}" height="${frame.height}"`;
    return `<figure><figcaption>${frame.view} · ${names.get(frame.persona)}</figcaption>
      <iframe ${size} sandbox="${SANDBOX}" src="${address.replaceAll('&', '&amp;')}" title="${frame.view}"></iframe></figure>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<link rel="icon" href="data:,">
<title>MSIG extension rig</title>
<style>
  body { margin: 0; padding: 16px 20px; background: #18181b; color: #efeff1; font: 14px/1.4 system-ui, sans-serif; }
  header { display: flex; gap: 12px; align-items: center; margin-bottom: 14px; }
  h1 { margin: 0 auto 0 0; font-size: 18px; }
  main { display: flex; flex-wrap: wrap; gap: 18px; align-items: start; }
  figure { margin: 0; }
  figcaption { margin-bottom: 4px; color: #adadb8; }
  iframe { border: 0; display: block; background: #0e0e10; }
  button { padding: 5px 12px; border: 1px solid #53535f; border-radius: 4px; background: #2f2f35; color: inherit; font: inherit; }
</style>
<header><h1>MSIG extension rig</h1>
<button data-theme="light">light</button><button data-theme="dark">dark</button>
<button data-language="ru">ru</button><button data-language="en">en</button></header>
<main>${frames.join('\n')}</main>
<script>
  const frames = () => [...document.querySelectorAll('iframe')];
  const say = (what) => { for (const frame of frames()) frame.contentWindow.postMessage({ rig: true, ...what }, location.origin); };
  new EventSource('/rig/messages').onmessage = ({ data }) => say({ message: JSON.parse(data) });
  for (const button of document.querySelectorAll('button')) button.onclick = () => say({ ...button.dataset });
</script>
</html>`;
}
