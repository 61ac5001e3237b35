// The table of coupons: its columns and bulk actions. Owns nothing else.

import { useMemo, useState } from 'react'
import type { CouponRow } from '../../../shared/contract/row-operations.ts'
import type { CouponsChange } from '../../../shared/domain/changes/change.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { dayInZone } from '../../../shared/lib/time.ts'
import { ask } from '../../box-office.ts'
import type { Say } from '../../messages/catalogue.ts'
import type { Column } from '../../ui/table/column.ts'
import { type Formats, useFormats, useSay } from '../../ui/words.tsx'
import type { BulkAction } from './bulk-bar.tsx'
import { moneyColumn, numberColumn, wordsColumn, yesNoColumn } from './column-makers.ts'
import { KindTable } from './kind-table.tsx'
import { localText, readLocal } from './local-time.ts'
import { NewCoupon } from './new-coupon.tsx'
import { NewRow } from './new-row.tsx'
import { ReadingRows } from './reading-rows.tsx'
import { useCurrency, useZone } from './use-currency.ts'
import type { MadeRow } from './use-changes.ts'
import { type RowSource, useRows } from './use-rows.ts'

const idOf = ({ code }: CouponRow) => code
const source: RowSource<CouponRow> = {
  after: (code) => ask('coupon-rows', { after: code as string | null }),
  some: (codes) => ask('coupon-rows', { ids: codes as string[] }),
  idOf,
}

export function CouponsTable() {
  const say = useSay()
  const formats = useFormats()
  const currency = useCurrency()
  const zone = useZone()
  const { rows, read, failed, readAll, readSome } = useRows(source)
  const [made, setMade] = useState<MadeRow>()
  const onMade = (row: MadeRow) => {
    void readSome([row.id]).then(() => setMade(row))
  }
  const columns = useMemo(() => columnsOf(say, formats, { currency, zone }), [say, formats, currency, zone])
  const actions = useMemo(() => actionsOf(say), [say])
  if (!rows) return <ReadingRows {...{ read, failed }} onAgain={readAll} />
  return (
    <KindTable
      of="coupons"
      title={say('coupons.title')}
      search={say('coupons.search')}
      sortedBy="code"
      nameOf={idOf}
      begin={
        <NewRow words={say('coupons.new')}>
          {(onClose) => <NewCoupon onMade={onMade} onClose={onClose} />}
        </NewRow>
      }
      onChanged={(codes) => void readSome(codes)}
      {...{ rows, columns, actions, idOf, made }}
    />
  )
}

const set = (patch: CouponsChange['set']) => ({ of: 'coupons', kind: 'set', set: patch }) as const

interface Place {
  readonly currency: Currency
  readonly zone: string
}

function columnsOf(say: Say, formats: Formats, { currency, zone }: Place): readonly Column<CouponRow>[] {
  const { number, money } = formats
  return [
    wordsColumn({ id: 'code', head: say('coupons.code'), width: 'minmax(140px, 1fr)' }, idOf),
    numberColumn(
      { id: 'percent', head: say('coupons.percent'), width: '100px' },
      {
        value: ({ percent }) => percent,
        number,
        set: (percent) => (percent !== null && percent >= 0 && percent <= 100 ? set({ percent }) : null),
      },
    ),
    moneyColumn(
      { id: 'most', head: say('coupons.most'), width: '132px' },
      {
        minor: ({ discountMaxMinor }) => discountMaxMinor,
        currency: () => currency,
        money,
        set: (discountMaxMinor) => (discountMaxMinor === null ? null : set({ discountMaxMinor })),
      },
    ),
    instantColumn({ id: 'from', head: say('coupons.from') }, formats, zone, 'validFromMs'),
    instantColumn({ id: 'until', head: say('coupons.until') }, formats, zone, 'validUntilMs'),
    yesNoColumn(
      { id: 'active', head: say('coupons.active'), width: '120px' },
      say,
      ({ active }) => active,
      (active) => set({ active }),
    ),
    numberColumn(
      { id: 'uses', head: say('coupons.uses'), width: '104px' },
      { value: ({ uses }) => uses, number },
    ),
    numberColumn(
      { id: 'usesMax', head: say('coupons.usesMax'), width: '110px' },
      {
        value: ({ usesMax }) => usesMax,
        number,
        set: (usesMax) =>
          usesMax === null || (Number.isInteger(usesMax) && usesMax >= 0 && usesMax <= 1_000_000)
            ? set({ usesMax })
            : null,
      },
    ),
  ]
}

function actionsOf(say: Say): readonly BulkAction[] {
  return [
    { id: 'on', text: say('coupons.on'), change: set({ active: true }) },
    { id: 'off', text: say('coupons.off'), change: set({ active: false }) },
  ]
}

/** In the time zone of the house. */
function instantColumn(
  head: { readonly id: string; readonly head: string },
  { day, clock }: Formats,
  zone: string,
  field: 'validFromMs' | 'validUntilMs',
): Column<CouponRow> {
  return {
    ...head,
    kind: 'day',
    value: (row) => Number(dayInZone(row[field], zone)),
    rank: (row) => row[field],
    text: (row) => `${day(row[field], zone)} ${clock(row[field], zone)}`,
    edit: {
      text: (row) => localText(row[field], zone),
      read: (text) => {
        const atMs = readLocal(text, zone)
        return atMs === null ? null : set({ [field]: atMs })
      },
    },
    // A coupon is often valid for a year, so its end is shown with the year.
    width: field === 'validFromMs' ? '154px' : '200px',
  }
}
