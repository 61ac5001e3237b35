import type { DoorVerdict } from '../../door/door-check.ts'
import { type Tone, sound } from '../../ui/chime.ts'

type Heard = DoorVerdict['answer']

const one = (pitch: number, lasting: number): Tone => ({ at: 0, pitch, lasting })
const high = [one(1320, 0.18)]
const middle = [one(520, 0.12), { at: 0.18, pitch: 520, lasting: 0.12 }]
const low = [one(220, 0.2), { at: 0.26, pitch: 165, lasting: 0.34 }]

/**
 * A high tone admits, the same twice means "again", low and falling means no: distinguishable with one's back to the screen. Hertz,
 * seconds.
 */
const tonesOf: Readonly<Record<Heard, readonly Tone[]>> = {
  valid: high,
  alone: [...high, { at: 0.24, pitch: 1320, lasting: 0.08 }],
  used: middle,
  'wrong-show': [one(440, 0.14), { at: 0.18, pitch: 294, lasting: 0.22 }],
  void: low,
  unknown: low,
  unchecked: low,
  refused: low,
}
/** A foyer is louder than a counter. */
const LOUD = 0.4

export function soundOf(answer: Heard): void {
  sound(tonesOf[answer], LOUD)
}
