import { expect, test } from 'vitest'
import type { ShowRow } from '../../shared/contract/shapes.ts'
import { isCalled } from './coming-shows.ts'

const show = { title: 'Café Noir', venue: 'کافه' } as ShowRow

test('[E1] a show is called by any part of its title or venue, marks over letters or not', () => {
  for (const typed of [' cafe', 'CAFÉ n', 'كافه']) expect(isCalled(show, typed), typed).toBe(true)
  expect(isCalled(show, 'coffee')).toBe(false)
})
