// What this desk shows its customer, in a second window. Owns when updates are sent and how that window is opened; a desk without
// one sends nothing and is not slowed down.

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

/** Changes made in one go are sent as one message: a sale that was paid is empty a moment before its tickets are on the screen. */
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

/**
 * Opens the window for the customer, one per desk; if it is open it comes to the front. In the desktop app it opens on the second
 * display if there is one.
 */
export function openCustomerWindow(): void {
  window.open(CUSTOMER_PAGE, 'guichet-customer', 'popup,width=1024,height=768')
}

export function speakToCustomer(language: Language): void {
  tell({ kind: 'speak', language })
}
