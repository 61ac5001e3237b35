// Whether two customers share a phone number or address: one person recorded twice, or a family. Owns how different spellings of one
// number are recognised; must never refuse: families share telephones.

import { latinDigits } from '../lib/money.ts'
import type { CustomerEntry } from './catalogue.ts'

type Reach = Pick<CustomerEntry, 'phone' | 'email'>

/** The digits that all spellings share: before them may be a country code or a trunk zero, which some leave out. */
const OWN_DIGITS = 7

/** What the two have in common; null: nothing that is known of both. */
export function sameReach(one: Reach, other: Reach): 'phone' | 'email' | null {
  if (samePhone(bare(one.phone), bare(other.phone))) return 'phone'
  return one.email !== '' && plain(one.email) === plain(other.email) ? 'email' : null
}

/** The digits to search by, which every spelling of the number contains. */
export function ownDigits(phone: string): string {
  return bare(phone).slice(-OWN_DIGITS)
}

function samePhone(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < OWN_DIGITS) return one !== '' && one === other
  return one.endsWith(other) || other.endsWith(one)
}

function bare(phone: string): string {
  return latinDigits(phone).replace(/\D/g, '').replace(/^0+/, '')
}

function plain(email: string): string {
  return email.trim().toLowerCase()
}
