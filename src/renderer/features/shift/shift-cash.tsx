// Every movement of a drawer's cash in one shift, for finding the cause of a difference. Owns the filter; each sale links to its
// booking.

import { useEffect, useState } from 'react'
import type { KioskId } from '../../../shared/domain/ids.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './shift-list.module.css'
import screen from './shift-screen.module.css'
import type { NotDone } from './use-shift.ts'
import { ShiftProblem } from './shift-problem.tsx'

interface OfShift {
  readonly kioskId: KioskId
  readonly number: number
}

type Cash = Output<'shift-cash'>
type CashRow = Cash['rows'][number]

export function ShiftCash(shift: OfShift) {
  const say = useSay()
  const { cash, differences, problem } = useCash(shift)
  const [isOnlyLike, setIsOnlyLike] = useState(false)
  const back = () => goTo({ name: 'shift', of: { kioskId: shift.kioskId, number: null, part: 'report' } })
  useSteps([{ id: 'back', words: say('shift.back'), keys: ['Escape'], run: back, isOffered: true }])
  if (problem) return <ShiftProblem problem={problem} zone="UTC" />
  if (!cash) return <Waiting text={say('shift.loading')} />
  const isLike = (row: CashRow) => Math.abs(row.amountMinor) === Math.abs(differences.get(row.currency) ?? 0)
  const hasLike = cash.rows.some(isLike)
  return (
    <div className={screen['screen']}>
      <header className={styles.head}>
        <h1 className={screen['title']}>{say('shift.cashRows', { number: shift.number })}</h1>
        {hasLike && (
          <Button isPressed={isOnlyLike} onPress={() => setIsOnlyLike(!isOnlyLike)}>
            {say('shift.cashRows.only')}
          </Button>
        )}
        <Button onPress={back} shortcut="Esc">
          {say('shift.back')}
        </Button>
      </header>
      {cash.rows.length === 0 ? (
        <p className={styles.empty}>{say('shift.cashRows.empty')}</p>
      ) : (
        <Table
          rows={cash.rows.filter((row) => !hasLike || !isOnlyLike || isLike(row))}
          zone={cash.zone}
          isLike={isLike}
        />
      )}
    </div>
  )
}

interface TableProps {
  readonly rows: readonly CashRow[]
  readonly zone: string
  readonly isLike: (row: CashRow) => boolean
}

function Table({ rows, zone, isLike }: TableProps) {
  const say = useSay()
  const { money, list } = useFormats()
  const columns = ['when', 'what', 'about', 'who', 'amount'] as const
  const sums = new Map<Currency, number>()
  for (const { currency, amountMinor } of rows) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor)
  return (
    <div className={styles.scroll}>
      <table className={table['table']}>
        <TableHead texts={columns.map((name) => say(`shift.cashRows.${name}`))} />
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.sequence} ${row.amountMinor}`} row={row} zone={zone} isLike={isLike(row)} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {say('shift.cashRows.sum')}
            </th>
            <td className={styles.when}>
              <span dir="ltr">{list([...sums].map(([currency, sum]) => money(sum, currency)))}</span>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Line({
  row,
  zone,
  isLike,
}: {
  readonly row: CashRow
  readonly zone: string
  readonly isLike: boolean
}) {
  const say = useSay()
  const { clock, money } = useFormats()
  const { atMs, kind, bookingId, about, by, amountMinor, currency } = row
  return (
    <tr>
      <td className={styles.when}>{clock(atMs, zone)}</td>
      <td>{say(`shift.cashRows.kind.${kind}`)}</td>
      <td>
        {bookingId ? (
          <Button look="quiet" onPress={() => goTo({ name: 'booking', bookingId })}>
            <bdi>{about}</bdi>
          </Button>
        ) : (
          <bdi>{about}</bdi>
        )}
      </td>
      <td>
        <bdi>{by}</bdi>
      </td>
      <td className={styles.when}>
        <span dir="ltr">{money(amountMinor, currency)}</span>{' '}
        {isLike && <strong className={styles.short}>{say('shift.cashRows.like')}</strong>}
      </td>
    </tr>
  )
}

interface Found {
  readonly cash: Cash | null
  /** By currency, counted minus expected. */
  readonly differences: ReadonlyMap<Currency, number>
  readonly problem: NotDone | null
}

function useCash({ kioskId, number }: OfShift): Found {
  const [found, setFound] = useState<Found>({ cash: null, differences: new Map(), problem: null })
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      const now = await cashOf({ kioskId, number })
      if (isWanted) setFound(now)
    }
    void look()
    // A drawer may be counted again in another window, which changes the difference.
    const stop = boxOffice.subscribe({ kind: 'shifts' }, () => void look())
    return () => {
      isWanted = false
      stop()
    }
  }, [kioskId, number])
  return found
}

async function cashOf(shift: OfShift): Promise<Found> {
  const [cash, report] = await Promise.all([ask('shift-cash', shift), ask('shift-report', shift)])
  const counts = report.kind === 'done' ? (report.value.shift.counts ?? []) : []
  const differences = counts.map((one) => [one.currency, one.amountMinor - one.expectedMinor] as const)
  return {
    cash: cash.kind === 'done' ? cash.value : null,
    differences: new Map(differences.filter(([, minor]) => minor !== 0)),
    problem: cash.kind === 'done' ? null : cash,
  }
}
