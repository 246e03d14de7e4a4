/** The eight seats: shape, field, charge and colour; any one of the four tells a player. In a box of 100 around the middle. */
import { circle, polygon, TURN } from './geometry.ts';
import type { IconName } from './icons.ts';

export interface Seat {
  readonly shape: string;
  readonly field: string;
  readonly charge: IconName;
  readonly color: string;
  readonly shade: string;
  /** Size of the charge, and how far it is moved down. */
  readonly size: number;
  readonly drop: number;
  /** Pale seats carry a black charge without a light one on top. */
  readonly pale?: boolean;
}

const HEATER = 'M-36 -38H36V-4C36 20 19 36 0 44C-19 36 -36 20 -36 -4Z';
const KITE = 'M-38 -37Q0 -48 38 -37Q29 18 0 46Q-29 18 -38 -37Z';
const LANCET = 'M-33 40V-9Q-31 -34 0 -48Q31 -34 33 -9V40Z';
const CROSS = 'M-22 -40H22V-22H40V22H22V40H-22V22H-40V-22H-22Z';

export const SEATS: readonly Seat[] = [
  {
    shape: HEATER,
    field: 'M-50 34L0 -12L50 34V58L0 14L-50 58Z',
    charge: 'lion',
    color: '#f5c518',
    shade: '#7a5600',
    size: 56,
    drop: -3,
    pale: true,
  },
  {
    shape: 'M0 -47L41 0L0 47L-41 0Z',
    field: 'M-13 -60H13V60H-13Z',
    charge: 'wolf',
    color: '#38b6ff',
    shade: '#0b4d86',
    size: 48,
    drop: 0,
  },
  {
    shape: polygon(6, 44, TURN / 12),
    field: 'M-60 -38L-38 -60L60 38L38 60Z',
    charge: 'raven',
    color: '#ff5a36',
    shade: '#7d1a08',
    size: 56,
    drop: 0,
  },
  {
    shape: KITE,
    field: 'M-54 -42L-42 -54L0 -12L42 -54L54 -42L12 0L54 42L42 54L0 12L-42 54L-54 42L-12 0Z',
    charge: 'fox',
    color: '#c77dff',
    shade: '#54198a',
    size: 54,
    drop: -5,
  },
  {
    shape: polygon(8, 43, TURN / 16),
    field: 'M-60 -32H60V-16H-60ZM-60 0H60V16H-60ZM-60 32H60V48H-60Z',
    charge: 'bear',
    color: '#f4f4f4',
    shade: '#565a6e',
    size: 56,
    drop: 0,
    pale: true,
  },
  {
    shape: circle(41),
    field: 'M-60 -60H0V0H-60ZM0 0H60V60H0Z',
    charge: 'stag',
    color: '#22c483',
    shade: '#085c39',
    size: 56,
    drop: 0,
  },
  {
    shape: LANCET,
    field: 'M-60 -14H60V16H-60Z',
    charge: 'owl',
    color: '#ff86c0',
    shade: '#8a1553',
    size: 54,
    drop: 3,
  },
  {
    shape: CROSS,
    field: 'M-36 -60H36L0 46Z',
    charge: 'dragon',
    color: '#4c6fff',
    shade: '#101f86',
    size: 52,
    drop: 0,
  },
];

/** The seat's heraldry; seats are counted from 1. */
export function seatOf(seat: number): Seat {
  return SEATS[(((seat - 1) % SEATS.length) + SEATS.length) % SEATS.length]!;
}
