import type { Area } from '../seat-plan/plan.ts'

type Tone = Pick<Area, 'color' | 'borderColor'>

/** The looks of a shape. Without a colour it takes that of the screen's colour scheme; each scheme tones a colour down. */
export const shapeTones = {
  paper: { color: '', borderColor: '' },
  plain: { color: '#e9ebf0', borderColor: '#b9bec9' },
  dark: { color: '#5b6270', borderColor: '#3c424d' },
  wood: { color: '#d9b98c', borderColor: '#a8834f' },
  green: { color: '#bfe3c6', borderColor: '#5f9e6c' },
  water: { color: '#bcd9f2', borderColor: '#5e93c2' },
} as const satisfies Readonly<Record<string, Tone>>

export type ShapeTone = keyof typeof shapeTones

/** Null: a colour from an imported file. */
export function toneOf(area: Tone): ShapeTone | null {
  const tones = Object.keys(shapeTones) as ShapeTone[]
  return tones.find((tone) => shapeTones[tone].color === area.color) ?? null
}
