// The channel between a desk's page and the window its customer looks at, both pages of one browser or one desktop app. Owns the
// messages; must never carry what a customer may not see, nor anything that acts.

import type { BookingId } from '../../shared/domain/ids.ts'
import type { Language } from '../messages/languages.ts'
import type { Scheme } from './preferences.ts'
import type { Sale } from './sale.ts'

export type ToCustomer =
  | {
      readonly kind: 'shown'
      /** Null if no sale may be shown, because somebody signs in or looks at other customers' data. */
      readonly sale: Sale | null
      /** What was just sold; null if nothing, or once the next sale has begun. */
      readonly soldId: BookingId | null
      readonly language: Language
      readonly scheme: Scheme
    }
  /** The seller chose the language for the customer. */
  | { readonly kind: 'speak'; readonly language: Language }

/** The window has opened and has received nothing yet. */
export interface FromCustomer {
  readonly kind: 'opened'
}

/** Only pages of the same browser or app can use it. */
export function openChannel(): BroadcastChannel {
  return new BroadcastChannel('guichet.customer')
}
