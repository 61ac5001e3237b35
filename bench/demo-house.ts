import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type House, openHouse } from '../src/main/house/open-house.ts'
import { type Options, quietOptions } from '../src/main/house/options.ts'
import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { ShowRow } from '../src/shared/contract/shapes.ts'
import { known } from '../src/shared/lib/assert.ts'

/** Opens the demo house; `folder` is next to it, for what it is compared with. */
export async function withDemoHouse<Result>(
  work: (house: House, folder: string) => Promise<Result>,
  setting: Partial<Options> = {},
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  const house = openHouse(quietOptions(join(folder, 'house'), setting), 'bench')
  try {
    return await work(house, folder)
  } finally {
    house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first demo show of this size that has sold nothing. */
export async function unsoldShow(desk: BoxOffice, size: number): Promise<ShowRow> {
  const [first] = await unsoldShows(desk, size)
  return known(first, `an unsold demo show of ${size} seats`)
}

export function unsoldShows(desk: BoxOffice, size: number): Promise<readonly ShowRow[]> {
  return new Promise((resolve) => {
    desk.subscribe({ kind: 'shows' }, (news) => {
      if (news.kind !== 'shows') return
      resolve(news.rows.filter(({ counts }) => counts.allocated === size && counts.sold === 0))
    })()
  })
}
