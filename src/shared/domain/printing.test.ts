import { expect, test } from 'vitest'
import type { VenueId } from './ids.ts'
import { plainTemplate } from './paper.ts'
import { plainPrinting } from './print-ways.ts'
import { decideSetPaper, decideSetPrinting } from './printing.ts'
import { actorAt, contextAt, eventsOf, refusalOf, start } from './sale.fixture.ts'

test('[T2] a kiosk’s way of printing is kept for the kiosk that asked, whatever else is asked', () => {
  const decision = decideSetPrinting({}, plainPrinting, contextAt(start, actorAt('desk-7', 'manager')))
  expect(eventsOf(decision)).toEqual([
    { type: 'entry-saved', entry: { kind: 'printing', kioskId: 'desk-7', ...plainPrinting } },
  ])
  expect(decision).toMatchObject({ value: { kioskId: 'desk-7' } })
})

test('[T2] a venue’s papers are an entry of the catalogue; those of a venue that is not there are refused', () => {
  const template = { ...plainTemplate, terms: 'No return' }
  const venueId = 4 as VenueId
  const venue = { kind: 'venue', venueId, name: 'Barn', zone: 'UTC', currency: 'INR', terms: {} } as const
  expect(eventsOf(decideSetPaper({ venue }, { venueId, template }, contextAt(start)))).toEqual([
    { type: 'entry-saved', entry: { kind: 'paper', venueId, template } },
  ])
  expect(refusalOf(decideSetPaper({ venue: null }, { venueId, template }, contextAt(start)))).toEqual({
    code: 'NOT_FOUND',
    what: 'venue',
    id: '4',
  })
})
