import { expect, test } from 'vitest'
import { asText, ofText } from './page-line.ts'

test('[house] what main says to a page of the stand-in comes as it was said, typed arrays too', () => {
  const said = [
    'box-office',
    [
      {
        t: 'answer',
        value: {
          x: Float32Array.of(0.5, -2),
          states: Uint8Array.of(0, 1, 255),
          numbers: ['A1', 'A2'],
          none: null,
        },
        rows: [{ atMs: Float64Array.of(1.5) }, { atMs: null }],
      },
    ],
  ]
  expect(ofText(asText(said))).toEqual(said)
})
