// The customer's side of the channel: the desk's current sale, and the customer's own language. Owns how long that language
// lasts: until the sale is over.

import { createStore } from 'zustand/vanilla'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Language } from '../messages/languages.ts'
import { type FromCustomer, type ToCustomer, openChannel } from './customer-channel.ts'
import { preferences } from './preferences.ts'
import { fresh, sale } from './sale.ts'

interface State {
  readonly soldId: BookingId | null
  /** The desk's language, in which the next customer is greeted. */
  readonly deskLanguage: Language
  /** Chosen by the customer, or by the seller for them. */
  readonly ownLanguage: Language | null
}

export const mirror = createStore<State>(() => ({
  soldId: null,
  deskLanguage: preferences.getState().language,
  ownLanguage: null,
}))

export function chooseLanguage(ownLanguage: Language): void {
  mirror.setState({ ownLanguage })
}

mirror.subscribe(({ ownLanguage, deskLanguage }) =>
  preferences.setState({ language: ownLanguage ?? deskLanguage }),
)

function hear(message: ToCustomer): void {
  if (message.kind === 'speak') return chooseLanguage(message.language)
  const { soldId, language: deskLanguage, scheme } = message
  const isOver = isInHand() && soldId === null && (message.sale === null || message.sale.lines.length === 0)
  sale.setState(message.sale ?? fresh())
  preferences.setState({ scheme })
  mirror.setState({ soldId, deskLanguage, ...(isOver && { ownLanguage: null }) })
}

function isInHand(): boolean {
  return mirror.getState().soldId !== null || sale.getState().lines.length > 0
}

const channel = openChannel()
channel.addEventListener('message', ({ data }: MessageEvent<ToCustomer>) => hear(data))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has one origin, its own
channel.postMessage({ kind: 'opened' } satisfies FromCustomer)
