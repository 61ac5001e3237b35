// Between a desk's page and the window that its customer looks at: both are pages of one browser, or of one desktop app. Owns what
// is said; must never carry what a customer may not see, nor anything that acts.

import type { BookingId } from '../../shared/domain/ids.ts'
import type { Language } from '../messages/languages.ts'
import type { Scheme } from './preferences.ts'
import type { Sale } from './sale.ts'

export type ToCustomer =
  | {
      readonly kind: 'shown'
      /** Null: nobody's sale is to be seen, because somebody signs in or looks at other people's. */
      readonly sale: Sale | null
      /** What was just sold; null: nothing, or the next sale has begun. */
      readonly soldId: BookingId | null
      readonly language: Language
      readonly scheme: Scheme
    }
  /** The seller chose it for whoever stands there. */
  | { readonly kind: 'speak'; readonly language: Language }

/** The window is there and has seen nothing yet. */
export interface FromCustomer {
  readonly kind: 'opened'
}

/** Pages of one browser or app hear each other by it, and nobody else does. */
export function openChannel(): BroadcastChannel {
  return new BroadcastChannel('guichet.customer')
}
