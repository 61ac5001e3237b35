// What this desk shows its customer, in a second window. Owns when it is told and how that window is opened; a desk without one
// talks to nobody and is none the slower.

import { CUSTOMER_PAGE } from '../../shared/contract/customer-page.ts'
import type { Language } from '../messages/languages.ts'
import { type FromCustomer, type ToCustomer, openChannel } from './customer-channel.ts'
import { preferences } from './preferences.ts'
import { sale } from './sale.ts'
import { screen } from './screen.ts'
import { asksForPin, who } from './who.ts'

const channel = openChannel()

function tell(message: ToCustomer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has one origin, its own
  channel.postMessage(message)
}

function tellAll(): void {
  const { now } = screen.getState()
  const isOfSale = now.name === 'sell' || now.name === 'pay' || now.name === 'ticket'
  const mayShow = isOfSale && !asksForPin(who.getState())
  tell({
    kind: 'shown',
    sale: mayShow ? { ...sale.getState(), notice: null } : null,
    soldId: mayShow && now.name === 'ticket' ? now.bookingId : null,
    ...preferences.getState(),
  })
}

let isTelling = false

/** Once for all that changes in one go: a sale that is paid is empty a moment before its tickets are on the screen. */
function tellSoon(): void {
  if (isTelling) return
  isTelling = true
  setTimeout(() => {
    isTelling = false
    tellAll()
  })
}

channel.addEventListener('message', ({ data }: MessageEvent<FromCustomer>) => {
  if (data.kind === 'opened') tellAll()
})
for (const store of [sale, screen, preferences, who]) store.subscribe(tellSoon)
window.addEventListener('pagehide', () =>
  tell({ kind: 'shown', sale: null, soldId: null, ...preferences.getState() }),
)

/** The window for the customer: one a desk; asked again, it comes to the front. In the desktop app, on the second display if there is one. */
export function openCustomerWindow(): void {
  window.open(CUSTOMER_PAGE, 'guichet-customer', 'popup,width=1024,height=768')
}

export function speakToCustomer(language: Language): void {
  tell({ kind: 'speak', language })
}
