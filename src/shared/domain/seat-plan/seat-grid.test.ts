import { fc, test as propertyTest } from '@fast-check/vitest'
import { expect } from 'vitest'
import { makeSeatGrid, overlaps } from './seat-grid.ts'

const circle = fc.record({
  x: fc.double({ min: -300, max: 300, noNaN: true }),
  y: fc.double({ min: -300, max: 300, noNaN: true }),
  radius: fc.double({ min: 0.1, max: 128, noNaN: true }),
})

propertyTest.prop([fc.array(circle, { maxLength: 30 }), circle], { numRuns: 2_000 })(
  '[L4] the grid finds an overlap exactly when comparing with all finds one',
  (circles, probe) => {
    const grid = makeSeatGrid()
    for (const each of circles) grid.add(each)
    const found = grid.hit(probe)
    expect(found !== null).toBe(circles.some((each) => overlaps(each, probe)))
    if (found) expect(overlaps(found, probe)).toBe(true)
  },
)
