// Every command about the catalogue, each sent in a setting in which it succeeds. A part of office-commands.ts.

import type { BoxOffice } from '../src/shared/contract/port.ts'
import type { CommandName, Input } from '../src/shared/contract/operations.ts'
import type { PlanId, TicketTypeId, VenueId } from '../src/shared/domain/ids.ts'
import { DAY_MS } from '../src/shared/lib/time.ts'
import { hallShow } from './hall.ts'

/** What a command is prepared with: a desk on a disk with room, and a number of its own. */
export interface Setting {
  readonly desk: BoxOffice
  readonly round: number
}

export type Prepare<Name extends CommandName> = (setting: Setting) => Promise<Input<Name>>

const showOf = (round: number): Input<'open-show'> => ({
  planId: 1 as PlanId,
  title: `Show ${round}`,
  sort: 'performance',
  venue: { venueId: 1 as VenueId },
  startsAtMs: Date.now() + DAY_MS,
  ticketTypes: ['Normal', 'Student'],
  prices: [
    [200_00, 150_00],
    [100_00, null],
  ],
})

async function listPrices({ desk, round }: Setting): Promise<Input<'set-prices'>> {
  const cell = { category: 0, ticketTypeId: 0 as TicketTypeId, priceMinor: 100_00 + round }
  const found = { showId: hallShow, cells: [cell] }
  for (let seenVersion = 1; ; seenVersion += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the version is what the one before left
    const answer = await desk.call('set-prices', { ...found, seenVersion })
    const isStale = answer.kind === 'refused' && answer.refusal.code === 'CONCURRENT_MODIFICATION'
    if (!isStale) return { ...found, seenVersion: seenVersion + 1 }
  }
}

type CatalogueCommand =
  | 'open-show'
  | 'open-series'
  | 'set-prices'
  | 'change-rows'
  | 'import-sheet'
  | 'undo-change'

export const catalogueCommands: { readonly [Name in CatalogueCommand]: Prepare<Name> } = {
  'open-show': ({ round }) => Promise.resolve(showOf(round)),
  'open-series': ({ round }) => {
    // On separate days: no other series of the proof begins near them.
    const startsAtMs = Date.now() + (30 + round) * DAY_MS
    return Promise.resolve({ showId: hallShow, starts: [{ startsAtMs, clashesAtMs: null }], active: true })
  },
  'set-prices': listPrices,
  'change-rows': async ({ desk, round }) => {
    const opened = await desk.call('open-show', showOf(round))
    if (opened.kind !== 'done') throw new Error(`not opened: ${JSON.stringify(opened)}`)
    return {
      change: { of: 'shows', kind: 'set', set: { active: false } },
      rows: { ids: [opened.value.showId] },
    }
  },
  'import-sheet': async ({ desk, round }) => {
    const [uploadId, of] = [`sheet-${round}`, 'customers' as const]
    await desk.call('put-chunk', { uploadId, index: 0, count: 1, text: `id\tname\n\t${round}` })
    const told = await desk.call('preview-sheet', { of, uploadId })
    if (told.kind !== 'done') throw new Error(`not looked at: ${JSON.stringify(told)}`)
    return { of, uploadId, seen: told.value.seen }
  },
  'undo-change': async ({ desk, round }) => {
    const opened = await desk.call('open-show', showOf(round))
    if (opened.kind !== 'done') throw new Error(`not opened: ${JSON.stringify(opened)}`)
    const change = { of: 'shows', kind: 'percent', percent: 10 } as const
    const changed = await desk.call('change-rows', { change, rows: { ids: [opened.value.showId] } })
    if (changed.kind !== 'done') throw new Error(`not changed: ${JSON.stringify(changed)}`)
    return { changeId: changed.value.changeId }
  },
}
