// What the house sells and who is there: venues, listings, shows, customers, staff, coupons. Owns the shapes of catalogue
// entries; must never hold what follows from them (counts, balances, prices of a booking).

import type { Currency } from '../lib/money.ts'
import type { LetterLanguage, MessagingEntry } from './message.ts'
import type { CustomerId, KioskId, ListingId, PlanId, ShowId, StaffId, VenueId, WalletId } from './ids.ts'
import type { PaperEntry } from './paper.ts'
import type { PrintingEntry } from './print-ways.ts'
import type { Terms } from './terms.ts'

export const listingSorts = ['film', 'performance', 'coach', 'train', 'event', 'hotel', 'package'] as const
export type ListingSort = (typeof listingSorts)[number]

/** [H10] When a seat is claimed. */
export const claimPolicies = ['on-select', 'on-checkout', 'on-payment'] as const
export type ClaimPolicy = (typeof claimPolicies)[number]

/** [A7] From least to most. `self-service` and `gate` stand apart: a customer's screen, a door. */
export const roles = ['self-service', 'gate', 'clerk', 'manager', 'admin'] as const
export type Role = (typeof roles)[number]

export interface VenueEntry {
  readonly kind: 'venue'
  readonly venueId: VenueId
  readonly name: string
  /** IANA zone: every instant of this venue is shown in it [E3]. */
  readonly zone: string
  readonly currency: Currency
  readonly terms: Partial<Terms>
}

/** A picture of a listing, kept as a file under its SHA-256; its size in dots. */
export interface ListingImage {
  readonly digest: string
  readonly width: number
  readonly height: number
  /** A description for those who do not see the picture, in at least one language. */
  readonly alt: { readonly [Language in LetterLanguage]?: string }
}

/** They take turns on a card; beyond this many, a leaflet serves better. */
export const LISTING_IMAGES_MAX = 5

export interface ListingEntry {
  readonly kind: 'listing'
  readonly listingId: ListingId
  readonly sort: ListingSort
  readonly title: string
  readonly active: boolean
  readonly terms: Partial<Terms>
  /** What only its sort of listing has: stars, amenities, operator, nights, a lowest price. */
  readonly details: Readonly<Record<string, string | number | readonly string[]>>
  /** In display order; left out: none. */
  readonly images?: readonly ListingImage[]
}

export interface ShowEntry {
  readonly kind: 'show'
  readonly showId: ShowId
  readonly listingId: ListingId
  readonly venueId: VenueId
  readonly planId: PlanId
  readonly startsAtMs: number
  readonly salesCloseAtMs: number
  readonly active: boolean
  readonly claimPolicy: ClaimPolicy
  readonly terms: Partial<Terms>
  /** Names, indexed by ticket type id. */
  readonly ticketTypes: readonly string[]
  /** Its creation was undone: no screen shows it any more, and its number is never reused. */
  readonly withdrawn?: boolean
}

export interface CustomerEntry {
  readonly kind: 'customer'
  readonly customerId: CustomerId
  readonly name: string
  readonly phone: string
  readonly email: string
  /** [H2] VIP customers' holds live longer. */
  readonly vip: boolean
  /** [E1] The language of messages to them; null or left out: the house's. */
  readonly language?: LetterLanguage | null
  /** Their creation was undone: no screen shows them any more, and their number is never reused. */
  readonly withdrawn?: boolean
}

export interface StaffEntry {
  readonly kind: 'staff'
  readonly staffId: StaffId
  readonly name: string
  readonly role: Role
  readonly active: boolean
}

/** [P4] */
export interface CouponEntry {
  readonly kind: 'coupon'
  /** At most 50 characters, compared in capitals. */
  readonly code: string
  readonly percent: number
  readonly discountMaxMinor: number
  readonly validFromMs: number
  readonly validUntilMs: number
  readonly active: boolean
  /** How many live bookings may carry it; null: any number. */
  readonly usesMax: number | null
}

/** [P9] A customer's wallet. Its balance is the sum of its ledger entries, never a field here. */
export interface WalletEntry {
  readonly kind: 'wallet'
  readonly walletId: WalletId
  /** Null: a bearer wallet, identified by its printed slip [P8]. */
  readonly customerId: CustomerId | null
  readonly currency: Currency
}

/** [S5] A kiosk on the venue's LAN: identified by the key of its certificate, and admitted as long as it is active. */
export interface KioskEntry {
  readonly kind: 'kiosk'
  readonly kioskId: KioskId
  readonly name: string
  /** SHA-256 of its public key, in hex. */
  readonly pin: string
  readonly active: boolean
}

export type Entry =
  | VenueEntry
  | ListingEntry
  | ShowEntry
  | CustomerEntry
  | StaffEntry
  | CouponEntry
  | WalletEntry
  | PaperEntry
  | PrintingEntry
  | MessagingEntry
  | KioskEntry

/** Who is asking: taken from the carrier's session, never from the message. */
export interface Actor {
  readonly staffId: StaffId
  readonly name: string
  readonly role: Role
  readonly kioskId: KioskId
}
