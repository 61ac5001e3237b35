// Rows as the stores exchange them: typed by the schema, keyed by its property names. Owns the list of tables; must never hold SQL.

import * as changes from '../../../db/schema-changes.ts'
import * as happened from '../../../db/schema-journal.ts'
import * as sales from '../../../db/schema-sales.ts'
import * as schema from '../../../db/schema.ts'

export const tables = {
  meta: schema.meta,
  venue: schema.venue,
  listing: schema.listing,
  house: schema.house,
  plan: schema.plan,
  seat: schema.seat,
  show: schema.show,
  priceList: schema.priceList,
  customer: schema.customer,
  staff: schema.staff,
  pin: schema.pin,
  password: schema.password,
  lockout: schema.lockout,
  coupon: schema.coupon,
  wallet: schema.wallet,
  paper: schema.paper,
  printing: schema.printing,
  messaging: schema.messaging,
  kiosk: schema.kiosk,
  booking: sales.booking,
  claim: sales.claim,
  block: changes.block,
  change: changes.change,
  changePart: changes.changePart,
  transfer: sales.transfer,
  checkIn: sales.checkIn,
  terminalTask: sales.terminalTask,
  earlyTicket: sales.earlyTicket,
  reprint: sales.reprint,
  standby: sales.standby,
  shift: sales.shift,
  message: sales.message,
  alert: sales.alert,
  journal: happened.journal,
  command: happened.command,
} as const

export type TableName = keyof typeof tables
type AllColumns = { [Name in TableName]: (typeof tables)[Name]['$inferSelect'] }
/** The journal's other columns are private to the store (`late-rows.ts`). */
interface Rows extends Omit<AllColumns, 'journal'> {
  readonly journal: Omit<AllColumns['journal'], 'kept' | 'moved'>
}
export type Row<Name extends TableName> = Rows[Name]
export type Column<Name extends TableName> = keyof Row<Name> & string

/**
 * A query to one table, written once and prepared once. Values are given in the order `equal`, `above`, `below`, then the limit
 * if there is one. `among`, `notAmong` and `isTrue` are constants, written out so that a partial index can be used.
 */
export interface Query<Name extends TableName, Of extends Column<Name> = Column<Name>> {
  readonly from: Name
  /** A view of the database that finds such rows. */
  readonly through?: string
  /** The columns to read, if not all are needed: a wide row costs more to read than to find. */
  readonly only?: readonly Of[]
  /** Finds the rows with these keys, in a table whose key is one column; the first value is their list as JSON. */
  readonly isByKeys?: boolean
  readonly equal?: readonly Column<Name>[]
  readonly above?: Column<Name>
  readonly below?: Column<Name>
  readonly among?: { readonly column: Column<Name>; readonly values: readonly string[] }
  readonly notAmong?: { readonly column: Column<Name>; readonly values: readonly string[] }
  readonly isTrue?: Column<Name>
  readonly orderBy?: Column<Name>
  readonly newestFirst?: boolean
  readonly hasLimit?: boolean
}

/** A query for some columns, in a given order. */
export interface ColumnsQuery<Name extends TableName, Of extends Column<Name>> extends Query<Name, Of> {
  readonly only: readonly Of[]
  readonly orderBy: Column<Name>
}

/** By column name; all of one length. */
export type Columns<Name extends TableName, Of extends Column<Name>> = {
  readonly [Key in Of]: readonly Row<Name>[Key][]
}

export type Write = {
  [Name in TableName]:
    | { readonly put: Name; readonly row: Row<Name> }
    | { readonly change: Name; readonly where: Partial<Row<Name>>; readonly set: Partial<Row<Name>> }
    | { readonly drop: Name; readonly where: Partial<Row<Name>> }
    | {
        readonly changeAll: Name
        readonly keys: readonly (string | number)[]
        readonly set: Partial<Row<Name>>
      }
}[TableName]

/** Puts a new row; a row with the same key is replaced only in tables that allow it (`replaceable`). */
export function put<Name extends TableName>(name: Name, row: Row<Name>): Write {
  return { put: name, row } as Write
}

export function change<Name extends TableName>(
  name: Name,
  where: Partial<Row<Name>>,
  set: Partial<Row<Name>>,
): Write {
  return { change: name, where, set } as Write
}

/** Changes the rows with these keys, in a table whose key is one column: one statement, however many they are. */
export function changeAll<Name extends TableName>(
  name: Name,
  among: readonly (string | number)[],
  set: Partial<Row<Name>>,
): Write {
  return { changeAll: name, keys: among, set } as Write
}

/** Drops every row that matches; none is no error. */
export function drop<Name extends TableName>(name: Name, where: Partial<Row<Name>>): Write {
  return { drop: name, where } as Write
}

/** The key of each table, in the order of its columns. */
export const keys = {
  meta: ['key'],
  venue: ['venueId'],
  listing: ['listingId'],
  house: ['houseId'],
  plan: ['planId'],
  seat: ['planId', 'seatId'],
  show: ['showId'],
  priceList: ['showId', 'version'],
  customer: ['customerId'],
  staff: ['staffId'],
  pin: ['staffId'],
  password: ['staffId'],
  lockout: ['subject'],
  coupon: ['code'],
  wallet: ['walletId'],
  paper: ['venueId'],
  printing: ['kioskId'],
  messaging: ['messagingId'],
  kiosk: ['kioskId'],
  booking: ['bookingId'],
  claim: ['showId', 'seatId'],
  block: ['showId', 'seatId'],
  change: ['changeId'],
  changePart: ['changeId', 'part'],
  transfer: ['sequence', 'part'],
  checkIn: ['bookingId', 'number'],
  terminalTask: ['taskKey'],
  earlyTicket: ['number'],
  reprint: ['bookingId', 'copy'],
  standby: ['showId', 'cartId'],
  shift: ['kioskId', 'number'],
  message: ['messageId'],
  alert: ['alertId'],
  journal: ['sequence'],
  command: ['commandId'],
} as const satisfies { [Name in TableName]: readonly Column<Name>[] }

/** The catalogue's rows are saved whole, again and again; everything else is written once and then changed. */
export const replaceable: ReadonlySet<TableName> = new Set<TableName>([
  'meta',
  'venue',
  'listing',
  'house',
  'show',
  'customer',
  'staff',
  'pin',
  'password',
  'lockout',
  'coupon',
  'wallet',
  'paper',
  'printing',
  'messaging',
  'kiosk',
  // A seat may be taken off sale for another reason.
  'block',
  // Somebody who left the queue may join again.
  'standby',
])
