import type { Page } from '@playwright/test'
import { openWsWire } from './wire.ts'

/** The codes on the papers of a booking, as the house signs them. */
export async function codesOf(page: Page, bookingId: string): Promise<readonly string[]> {
  const wire = await openWsWire(page)
  await wire.next('welcome')
  await wire.send({ t: 'call', id: 1, name: 'tickets', input: { bookingId }, commandId: null })
  return (await wire.next('answer', 1)).evaluate(({ answer }) =>
    (answer as { value: { tickets: { code: string }[] } }).value.tickets.map(({ code }) => code),
  )
}

/** The booking whose tickets the page shows. */
export function bookingOn(page: Page): string {
  return page.url().split('/').at(-1) ?? ''
}
