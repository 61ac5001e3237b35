import type { Dice } from '../dice.ts'
import { hostileJson } from './values.ts'

/** What structured cloning can carry beyond JSON: none of it occurs in our frames. */
export function hostileClone(dice: Dice): unknown {
  const kind = dice.below(14)
  if (kind === 0) return new Map<unknown, unknown>([[{}, new Map()]])
  if (kind === 1) return new Set([1, 'a'])
  if (kind === 2) return new Date(dice.isLucky(0.5) ? Number.NaN : 0)
  if (kind === 3) return 2n ** 70n
  if (kind === 4)
    return dice.pick<unknown>([
      new Float64Array(3),
      new Uint8Array(70_000),
      new BigInt64Array(1),
      new ArrayBuffer(9),
    ])
  if (kind === 5) return ring()
  if (kind === 6) return dice.pick([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
  if (kind === 7) return undefined
  if (kind === 8) return new Error('from a screen')
  if (kind === 9) return /x+/g
  if (kind === 10) return Object.assign([], { length: 50_000 })
  if (kind === 11) return Object.assign(new String('hold-seats'), { name: 1 })
  if (kind === 12) return Object.create(null) as unknown
  return hostileJson(dice)
}

/** An object that contains itself. */
function ring(): unknown {
  const own: { self?: unknown; list: unknown[] } = { list: [] }
  own.self = own
  own.list.push(own, own.list)
  return own
}
