import { expect, test } from 'vitest'
import { nobody } from './chosen.ts'
import { begun, choosing } from './plan-edit.fixture.ts'
import { snapped } from './snap.ts'

test('[L4] what is dragged comes into line with other seats where it is near one', () => {
  const { draft, chosen } = choosing(begun('coach'), 'Lower 2A')
  expect(snapped(draft, chosen, { dx: 45, dy: -51 })).toEqual({ dx: 48, dy: -48 })
})

test('[L4] elsewhere it comes to rest on a fine grid', () => {
  const { draft, chosen } = choosing(begun('coach'), 'Lower 2A')
  expect(snapped(draft, chosen, { dx: 21, dy: 18 })).toEqual({ dx: 20, dy: 20 })
  expect(snapped(draft, nobody, { dx: 5, dy: -7 })).toEqual({ dx: 4, dy: -8 })
})
