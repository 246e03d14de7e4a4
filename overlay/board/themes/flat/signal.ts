/** The late signal: a control room after midnight. Flat dark sheets, phosphor ink, scan lines, test-card accents. */
import { FIGURES, type FlatLook } from './look.ts';

export const SIGNAL_LOOK: FlatLook = {
  zones: {
    forest: {
      sheets: ['#06231c', '#093328', '#0d4434', '#115641'],
      ink: '#7df0b4',
      figure: { d: FIGURES.fir, fill: '#1c8a63', shade: 'rgba(0,0,0,.5)' },
    },
    crystal: {
      sheets: ['#06202f', '#0a3047', '#0e415f', '#135377'],
      ink: '#7cdcff',
      figure: { d: FIGURES.shards, fill: '#2a93c9', shade: 'rgba(0,0,0,.5)' },
    },
    static: {
      sheets: ['#17171f', '#23232e', '#30303d', '#3e3e4d'],
      ink: '#f2f2f7',
      figure: { d: FIGURES.set, fill: '#a7a7ba', shade: 'rgba(0,0,0,.55)' },
    },
    hell: {
      sheets: ['#2d0d0d', '#431512', '#5b1f17', '#742a1c'],
      ink: '#ffb38a',
      figure: { d: FIGURES.flame, fill: '#e0683a', shade: 'rgba(0,0,0,.5)' },
    },
    heaven: {
      sheets: ['#1a1c45', '#252860', '#32367c', '#414698'],
      ink: '#ffe680',
      figure: { d: FIGURES.cloud, fill: '#8d93e6', shade: 'rgba(0,0,0,.45)' },
    },
  },
  shadow: { colour: 'rgba(0,0,0,.6)', x: 0, y: 3, blur: 3 },
  rim: { width: 15, line: 'rgba(190,255,240,.28)', thick: 1.2 },
  road: { edge: '#02080a', bed: '#0d2226', ahead: '#4f8d93', walked: '#2fe6c8', side: '#ffb52e' },
  medal: { collar: '#02080a', line: '#e9fff9', ink: '#051214' },
  name: { font: '800 SIZEpx "Rubik", sans-serif', stroke: '#02080a', spacing: 0.06 },
  texture: 'scan',
  fonts: ['800 30px "Rubik"', '500 21px "Rubik"'],
  plateFont: '500 19px "Rubik", sans-serif',
  plate: '#04100f',
  frame: { outer: '#02080a', main: '#12393a', line: '#2fe6c8' },
  styles: `
.msig-board { font-size-adjust: none; }
.msig-board .pane { background: #02080a; }
.msig-board .plate { background: #04100f; color: #e9fff9; font: 500 19px/26px "Rubik", sans-serif; }
.msig-board .say { font: 800 30px/38px "Rubik", sans-serif; -webkit-text-stroke-color: #02080a; color: #e9fff9; }
.msig-board .say.good { color: #7df0b4; } .msig-board .say.bad { color: #ff9a80; } .msig-board .say.gold { color: #ffd166; } .msig-board .say.cool { color: #7cdcff; }
.msig-board .way, .msig-board .more { background: #04100f; color: #e9fff9; border-color: #2fe6c8; font-family: "Rubik", sans-serif; }
.msig-board .minimap { background: #04100f; border-color: #2fe6c8; }`,
};
