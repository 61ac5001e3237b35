// Values that no honest screen sends, and inputs that are almost right: made from the contract's own schemas, then bent. Owns the
// probability of each; must never know what becomes of them.

import { z } from 'zod'
import { operations } from '../../src/shared/contract/operations.ts'
import type { OperationName } from '../../src/shared/contract/operations.ts'
import type { Dice } from '../dice.ts'

interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly [unknown, ...unknown[]]
  readonly anyOf?: readonly [Shape, ...Shape[]]
  readonly oneOf?: readonly [Shape, ...Shape[]]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape
  readonly minimum?: number
  readonly maxLength?: number
}

/** What JSON Schema cannot express is not enforced. */
const asFarAsCanBe = { unrepresentable: 'any', io: 'input' } as const
const shapes = new Map<OperationName, Shape>()

/** As its schema would have it, or nearly: patterns are ignored. */
export function inputOf(name: OperationName, dice: Dice): unknown {
  const known = shapes.get(name) ?? (z.toJSONSchema(operations[name].input, asFarAsCanBe) as unknown as Shape)
  shapes.set(name, known)
  return valueOf(known, dice)
}

function valueOf(shape: Shape, dice: Dice): unknown {
  const either = shape.anyOf ?? shape.oneOf
  if (either) return valueOf(dice.pick(either), dice)
  if (shape.enum) return dice.pick(shape.enum)
  if ('const' in shape) return shape.const
  if (shape.type === 'object') return recordOf(shape, dice)
  if (shape.type === 'array')
    return Array.from({ length: dice.below(4) }, () => valueOf(shape.items ?? {}, dice))
  if (shape.type === 'integer' || shape.type === 'number')
    return Math.max(0, shape.minimum ?? 0) + dice.below(5)
  if (shape.type === 'boolean') return dice.isLucky(0.5)
  if (shape.type === 'null') return null
  return 'a1'.repeat(dice.below(6)).slice(0, shape.maxLength ?? 12)
}

function recordOf({ properties = {}, required = [] }: Shape, dice: Dice): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [key, inner] of Object.entries(properties))
    if (required.includes(key) || dice.isLucky(0.3)) made[key] = valueOf(inner, dice)
  return made
}

const words = [
  '',
  '\u0000',
  '__proto__',
  'constructor',
  '../../house.db',
  "'; DROP TABLE claim; --",
  '\ud800',
  '\u202e\u200b',
  'ﷺ'.repeat(2000),
  '🪑'.repeat(400),
  '=1+1',
  '<img src=x onerror=alert(1)>',
] as const
const numbers = [-1, -0, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 53 + 2, 1e21, 5e-324] as const

/** Anything that JSON can carry. */
export function hostileJson(dice: Dice): unknown {
  const kind = dice.below(9)
  if (kind === 0) return dice.pick(words)
  if (kind === 1) return dice.pick(numbers)
  if (kind === 2) return null
  if (kind === 3) return [[], {}, [null], [[[[]]]]][dice.below(4)]
  if (kind === 4)
    return JSON.parse(`{"__proto__": {"isAdmin": true}, "constructor": {"prototype": 1}}`) as unknown
  if (kind === 5) return Array.from({ length: 1 + dice.below(2000) }, () => 0)
  if (kind === 6) return JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown
  if (kind === 7) return 'x'.repeat(dice.below(20_000))
  return dice.isLucky(0.5)
}

/** Replaces, removes or adds something at one place in a value. */
export function bent(value: unknown, dice: Dice, hostile: (dice: Dice) => unknown): unknown {
  if (typeof value !== 'object' || value === null || dice.isLucky(0.15)) return hostile(dice)
  if (Array.isArray(value)) {
    const at = dice.below(value.length + 1)
    return value.toSpliced(at, 1, value.length === 0 ? hostile(dice) : bent(value[at], dice, hostile))
  }
  const record: Record<string, unknown> = { ...value }
  const keys = Object.keys(record)
  const key = keys[dice.below(keys.length)]
  if (key === undefined || dice.isLucky(0.15)) return { ...record, [dice.pick(words)]: hostile(dice) }
  if (dice.isLucky(0.2)) delete record[key]
  else record[key] = bent(record[key], dice, hostile)
  return record
}
