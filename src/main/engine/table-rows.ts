// The rows of the office's tables: a page, or the few that were changed [A1]. Must never read a whole table at once.

import { TABLE_ROWS_MAX } from '../../shared/contract/limits.ts'
import type { Input, Output } from '../../shared/contract/operations.ts'
import * as query from '../store/queries.ts'
import type { Store } from '../store/store.ts'
import { couponWithUses } from './catalogue-reader.ts'
import type { Reader } from './reader.ts'
import { personOf } from './booking-story.ts'

export function listingRows(store: Store, asked: Input<'listing-rows'>): Output<'listing-rows'> {
  const { rows, isMore } = page(
    asked,
    (listingId) => store.get('listing', listingId),
    (after) => store.select(query.listingsAfter, after ?? 0, TABLE_ROWS_MAX),
  )
  return { rows: rows.map(({ terms: _terms, ...row }) => row), isMore }
}

export function customerRows(store: Store, asked: Input<'customer-rows'>): Output<'customer-rows'> {
  const { rows, isMore } = page(
    asked,
    (customerId) => store.get('customer', customerId),
    (after) => store.select(query.customersAfter, after ?? 0, TABLE_ROWS_MAX),
  )
  const there = rows.filter(({ withdrawn }) => !withdrawn)
  return { rows: there.map((row) => ({ ...personOf(row), language: row.language })), isMore }
}

interface CouponParts {
  readonly store: Store
  readonly reader: Reader
  readonly nowMs: () => number
}

export function couponRows(parts: CouponParts, asked: Input<'coupon-rows'>): Output<'coupon-rows'> {
  const { store, reader } = parts
  const { rows, isMore } = page(
    asked,
    (code) => store.get('coupon', code),
    (after) => store.select(query.couponsAfter, after ?? '', TABLE_ROWS_MAX),
  )
  const nowMs = parts.nowMs()
  const usesOf = (code: string) => couponWithUses(store, reader.pending, { code, nowMs })?.uses ?? 0
  return { rows: rows.map((row) => ({ ...row, uses: usesOf(row.code) })), isMore }
}

type Asked<Key> = { readonly after: Key | null } | { readonly ids: readonly Key[] }

function page<Key, Row>(
  asked: Asked<Key>,
  rowOf: (key: Key) => Row | undefined,
  rowsAfter: (after: Key | null) => readonly Row[],
): { readonly rows: readonly Row[]; readonly isMore: boolean } {
  if ('ids' in asked) return { rows: asked.ids.flatMap((key) => rowOf(key) ?? []), isMore: false }
  const rows = rowsAfter(asked.after)
  return { rows, isMore: rows.length === TABLE_ROWS_MAX }
}
