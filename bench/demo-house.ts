import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, openHouse } from '../src/main/house/open-house.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { ShowRow } from '../src/shared/contract/shapes.ts'
import { known } from '../src/shared/lib/assert.ts'

/** Opens the demo house as the product does, on disk; `folder` is beside it, for what it is measured against. */
export async function withDemoHouse<Result>(
  work: (house: House, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  const options = { demo: true, port: 0, headless: true, holdSeconds: null, lockSeconds: null, help: false }
  const house = openHouse({ data: join(folder, 'house'), ...options }, 'bench')
  try {
    return await work(house, folder)
  } finally {
    house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first demo show of this size of which nothing is sold. */
export function unsoldShow(desk: BoxOffice, size: number): Promise<ShowRow> {
  return new Promise((resolve) => {
    desk.subscribe({ kind: 'shows' }, (news) => {
      if (news.kind !== 'shows') return
      const row = news.rows.find(({ counts }) => counts.allocated === size && counts.sold === 0)
      resolve(known(row, `an unsold demo show of ${size} seats`))
    })()
  })
}
