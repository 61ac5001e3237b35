// Whether two customers are reached by the same number or address: one person written down twice, or a family. Owns how spellings of one
// number are told; must never refuse: families share telephones.

import { latinDigits } from '../lib/money.ts'
import type { CustomerEntry } from './catalogue.ts'

type Reach = Pick<CustomerEntry, 'phone' | 'email'>

/** Before them stand a country's digits, or the nought of a town, which one spelling has and another leaves out. */
const OWN_DIGITS = 7

/** By what the two are the same; null: by nothing that was said of both. */
export function sameReach(one: Reach, other: Reach): 'phone' | 'email' | null {
  if (samePhone(bare(one.phone), bare(other.phone))) return 'phone'
  return one.email !== '' && plain(one.email) === plain(other.email) ? 'email' : null
}

/** What to look for, that every spelling of the number has. */
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
