/** Cut paper: warm sheets in relief under one sun from the upper right; cream means information. */
import { FIGURES, type FlatLook } from './look.ts';

export const PAPER_LOOK: FlatLook = {
  zones: {
    forest: {
      sheets: ['#164536', '#1f6049', '#2f7d56', '#459a68'],
      ink: '#1b5640',
      figure: { d: FIGURES.fir, fill: '#1d5b41', shade: 'rgba(10,30,24,.45)' },
    },
    crystal: {
      sheets: ['#24347a', '#31479b', '#4866b8', '#6286d2'],
      ink: '#294089',
      figure: { d: FIGURES.shards, fill: '#b9a4ff', shade: 'rgba(16,20,60,.45)' },
    },
    static: {
      sheets: ['#2a2a35', '#46454f', '#65646f', '#85848e'],
      ink: '#33323d',
      figure: { d: FIGURES.set, fill: '#d9d8d4', shade: 'rgba(10,10,16,.5)' },
    },
    hell: {
      sheets: ['#4a1220', '#78202a', '#a3332e', '#c4513a'],
      ink: '#96202a',
      figure: { d: FIGURES.flame, fill: '#ffb02e', shade: 'rgba(50,6,12,.5)' },
    },
    heaven: {
      sheets: ['#6f97cb', '#8fb4e0', '#b4cfee', '#dce9f7'],
      ink: '#2d5f9e',
      figure: { d: FIGURES.cloud, fill: '#fffaf0', shade: 'rgba(40,60,110,.35)' },
    },
  },
  shadow: { colour: 'rgba(18,10,28,.5)', x: -3, y: 5, blur: 8 },
  rim: { width: 17, line: 'rgba(255,246,224,.55)', thick: 1.6 },
  road: { edge: '#fff6e0', bed: '#e6cf9d', ahead: '#8a6f3a', walked: '#e5582a', side: '#7a5c2a' },
  medal: { collar: '#fff6e0', line: '#5a4f66', ink: '#2a2238' },
  name: { font: '400 SIZEpx "Dela Gothic One", sans-serif', stroke: '#fff6e0', spacing: 0 },
  texture: 'grain',
  fonts: ['400 30px "Dela Gothic One"', '500 21px "Rubik"', '800 21px "Rubik"'],
  plateFont: '800 19px "Rubik", sans-serif',
  plate: '#fff6e0',
  frame: { outer: '#5a3d1e', main: '#c99a5b', line: '#fff6e0' },
  styles: `
.msig-board { font-size-adjust: none; }
.msig-board .pane { background: #161b45; }
.msig-board .plate { background: #fff6e0; color: #2a2238; border-width: 3px; border-radius: 4px; box-shadow: -2px 4px 0 rgba(20,10,30,.4); font: 800 19px/24px "Rubik", sans-serif; }
.msig-board .say { font: 400 30px/38px "Dela Gothic One", sans-serif; color: #2a2238; -webkit-text-stroke-color: #fff6e0; }
.msig-board .say.good { color: #1c6b2e; } .msig-board .say.bad { color: #a4262b; } .msig-board .say.gold { color: #8a4b08; } .msig-board .say.cool { color: #294089; }
.msig-board .way, .msig-board .more { background: #fff6e0; color: #2a2238; border-color: #c99a5b; font-family: "Rubik", sans-serif; }
.msig-board .minimap { background: #fff6e0; border-color: #c99a5b; box-shadow: -3px 5px 0 rgba(20,10,30,.4); }`,
};
