/** The window's frame: an atlas's scale of gold and lead, with a boss on each corner. */
const SVG = 'http://www.w3.org/2000/svg';

/** Board pixels of one division of the scale. */
const DIVISION = 40;

export function frameOf(width: number, height: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `-24 -24 ${width + 48} ${height + 48}`);
  svg.setAttribute('class', 'frame');
  svg.setAttribute('aria-hidden', 'true');
  svg.innerHTML = `
    <defs><linearGradient id="msig-gold" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#ffe9a8"/><stop offset=".5" stop-color="#d9b25f"/><stop offset="1" stop-color="#8d6a2b"/>
    </linearGradient></defs>
    ${rectangle(width, height, { grow: 6, colour: '#05060d', line: 17 })}
    ${rectangle(width, height, { grow: 11.5, colour: '#c89b46', line: 2 })}
    ${rectangle(width, height, { grow: 0.5, colour: '#e8c878', line: 2 })}
    <g fill="none" stroke="#d9b25f" stroke-width="6">${divisions(width, height)}</g>
    ${corners(width, height)}`;
  return svg;
}

interface Line {
  readonly grow: number;
  readonly colour: string;
  readonly line: number;
}

function rectangle(width: number, height: number, { grow, colour, line }: Line): string {
  return `<rect x="${-grow}" y="${-grow}" width="${width + grow * 2}" height="${height + grow * 2}" fill="none" stroke="${colour}" stroke-width="${line}"/>`;
}

/** Alternate divisions along all four sides. */
function divisions(width: number, height: number): string {
  const side = (long: number): number[] => {
    const count = Math.round(long / DIVISION / 2) * 2 + 1;
    return Array.from({ length: count }, (_, i) => i)
      .filter((i) => i % 2 === 0)
      .map((i) => (i * long) / count);
  };
  const step = (long: number): number => long / (Math.round(long / DIVISION / 2) * 2 + 1);
  const along = side(width).flatMap((x) =>
    [-6, height + 6].map((y) => `<path d="M${x} ${y}h${step(width)}"/>`),
  );
  const down = side(height).flatMap((y) =>
    [-6, width + 6].map((x) => `<path d="M${x} ${y}v${step(height)}"/>`),
  );
  return [...along, ...down].join('');
}

function corners(width: number, height: number): string {
  const at = [
    [-6, -6],
    [width + 6, -6],
    [-6, height + 6],
    [width + 6, height + 6],
  ];
  const petals = [
    [0, -9],
    [9, 0],
    [0, 9],
    [-9, 0],
  ];
  return at
    .map(
      ([x, y]) => `<g transform="translate(${x} ${y})">
      <g fill="#05060d">${petals.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="11"/>`).join('')}</g>
      <g fill="url(#msig-gold)" stroke="#05060d" stroke-width="1.4">${petals.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="8"/>`).join('')}</g>
      <circle r="6.4" fill="#7c1220" stroke="#05060d" stroke-width="2"/><circle cx="-1.8" cy="-2" r="1.8" fill="#ff9a9a"/></g>`,
    )
    .join('');
}
