import { expect, test } from 'vitest'
import { type Figure, isMet } from './bench.ts'
import { figureLine, TABLE_END, TABLE_START, valueText, withTable } from './report.ts'

const pan: Figure = {
  name: 'map.80000.panP95Ms',
  value: 2.4123,
  unit: 'ms',
  about: 'a pan',
  goal: { atMost: 16 },
}
const snapshot: Figure = {
  name: 'snapshot.80000.vsObjects',
  value: 12,
  unit: 'ratio',
  about: 'a snapshot',
  goal: { atLeast: 20 },
}
const plain: Figure = { name: 'snapshot.80000.bytes', value: 81_234, unit: 'bytes', about: 'its size' }
const readme = `# Guichet\n\nbefore\n\n${TABLE_START}\n\nan old table\n\n${TABLE_END}\n\nafter\n`

test('[house] a goal is met on its edge and missed past it, either way round', () => {
  expect(isMet({ ...pan, value: 16 })).toBe(true)
  expect(isMet({ ...pan, value: 16.01 })).toBe(false)
  expect(isMet({ ...snapshot, value: 20 })).toBe(true)
  expect(isMet({ ...snapshot, value: 19.99 })).toBe(false)
  expect(isMet({ ...pan, value: Number.NaN })).toBe(false)
  expect(isMet(plain)).toBeNull()
})

test('[house] the table stands between its markers, and nothing else of the README changes', () => {
  const written = withTable(readme, [pan, plain, snapshot], 'two cores')
  const [before, table, after] = written.split(/<!-- [^>]*bench[^>]* -->/)
  expect(before).toBe('# Guichet\n\nbefore\n\n')
  expect(after).toBe('\n\nafter\n')
  expect(table?.trim().split('\n')).toEqual([
    '| | measured | goal | |',
    '| --- | ---: | ---: | --- |',
    '| a pan | 2.41 ms | ≤ 16 ms | ✓ |',
    '| a snapshot | 12 × | ≥ 20 × | ✗ |',
    '',
    'On two cores.',
  ])
})

test('[house] the same figures write the same README again, whatever stood there', () => {
  const once = withTable(readme, [pan], 'two cores')
  expect(withTable(once, [pan], 'two cores')).toBe(once)
})

test('[house] a README without its markers is left alone, and that is said', () => {
  expect(() => withTable('# Guichet\n', [pan], 'two cores')).toThrow(/no place between/)
  expect(() => withTable(`${TABLE_END}\n${TABLE_START}`, [pan], 'two cores')).toThrow(/no place between/)
})

test('[house] a line shows whether the goal is met, and says nothing where there is none', () => {
  expect(figureLine(pan)).toMatch(/^✓ map\.80000\.panP95Ms +2\.41 ms +≤ 16 ms +a pan$/)
  expect(figureLine(snapshot)).toMatch(/^✗ snapshot\.80000\.vsObjects +12 × +≥ 20 × +a snapshot$/)
  expect(figureLine(plain)).toMatch(/^ {2}snapshot\.80000\.bytes +81,234 B +its size$/)
})

test('[house] measured numbers have three digits, counted ones all', () => {
  expect(valueText(0.012345, 'ms')).toBe('0.0123 ms')
  expect(valueText(27_345.6, 'perSecond')).toBe('27,300 /s')
  expect(valueText(1_234_567, 'bytes')).toBe('1,234,567 B')
  expect(valueText(300 * 1024 * 1024, 'bytes')).toBe('300 MiB')
})
