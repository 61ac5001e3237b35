import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { HeldKeys, type PageKey } from './held-keys.ts'
import { Wedge } from './wedge.ts'

const INTERVAL_MS = 50

interface Key extends PageKey {
  readonly letter: string
}

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, repeat: false }

/** A field over a list, which sends the list a copy of each of its keys, as react-aria's do. */
class FieldOverList {
  text = ''
  told = 0
  readonly #wedge: Wedge
  readonly #keys: HeldKeys<Key>
  #nowMs = 1000

  constructor(takesAll: boolean) {
    this.#wedge = new Wedge({ intervalMs: INTERVAL_MS, prefix: null, takesAll })
    this.#keys = new HeldKeys(this.#wedge, {
      replay: (key) => this.#tell({ ...key, timeStamp: this.#nowMs, isTrusted: false }),
      takeBack: () => (this.text = this.text.slice(0, -1)),
    })
  }

  /** By the position of the key; the printed letter depends on the layout. */
  type(code: string, letter: string, gapMs: number): void {
    this.#waitUntil(this.#nowMs + gapMs)
    this.#tell({ ...plain, code, letter, timeStamp: this.#nowMs, isTrusted: true, isComposing: false })
  }

  rest(): void {
    this.#waitUntil(this.#nowMs + 20 * INTERVAL_MS)
  }

  #waitUntil(untilMs: number): void {
    while (this.#wedge.endsAtMs !== null && this.#wedge.endsAtMs < untilMs) {
      this.#nowMs = this.#wedge.endsAtMs + 1
      this.#keys.pause(this.#nowMs)
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs)
  }

  #tell(key: Key): void {
    if (this.#keys.hear(key)?.isTaken) return
    this.told += 1
    const copy = { ...key, timeStamp: this.#nowMs, isTrusted: false }
    // The list does nothing with a letter, but preventing its copy keeps the letter from the field.
    if (!this.#keys.hear(copy)?.isTaken) this.text += key.letter
  }
}

const letters = fc.array(
  fc.record({
    place: fc.constantFrom('KeyG', 'KeyU', 'KeyI', 'KeyA', 'Digit1', 'Space'),
    letter: fc.constantFrom('g', 'G', 'ل', 'ا', 'ग', 'x'),
  }),
  { maxLength: 20 },
)
const gaps = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 20 })
/** Too slow for a scanner, even where anything fast counts as one. */
const slowGaps = fc.array(fc.integer({ min: INTERVAL_MS + 1, max: 300 }), { minLength: 1, maxLength: 20 })

function typed(field: FieldOverList, keys: readonly { place: string; letter: string }[], gapsMs: number[]) {
  keys.forEach(({ place, letter }, at) => field.type(place, letter, gapsMs[at % gapsMs.length] ?? 0))
  field.rest()
  return { text: field.text, told: field.told }
}

for (const [name, takesAll, paces] of [
  ['at a desk, at any pace', false, gaps],
  ['where any code is a scan, at a person’s pace', true, slowGaps],
] as const)
  test.prop([letters, paces])(
    `[T3] a field that tells its keys to its list gets every letter once, in its order, in any script: ${name}`,
    (keys, gapsMs) => {
      const text = keys.map(({ letter }) => letter).join('')
      expect(typed(new FieldOverList(takesAll), keys, gapsMs)).toEqual({ text, told: keys.length })
    },
  )

test('[T3] what an input method is composing is held back by nobody', () => {
  const keys = new HeldKeys<PageKey>(new Wedge({ intervalMs: INTERVAL_MS, prefix: null, takesAll: true }), {
    replay: () => expect.unreachable(),
    takeBack: () => expect.unreachable(),
  })
  const key = { ...plain, code: 'KeyG', timeStamp: 1000, isTrusted: true }
  expect(keys.hear({ ...key, isComposing: true })).toBeNull()
  expect(keys.hear({ ...key, isComposing: false })?.isTaken).toBe(true)
})
