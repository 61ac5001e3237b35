// What moves where, what it costs, and the one step that does it. Owns the panel and its keys; the money is settled in that step.

import { MoveRight } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Booking } from '../../../shared/domain/booking.ts'
import { type Plan, seatLabel } from '../../../shared/domain/seat-plan/plan.ts'
import { parseAmount } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { exchangeWithin } from '../../stores/exchanging.ts'
import { movesOf } from '../../stores/move-pairs.ts'
import { moving } from '../../stores/moving.ts'
import { Button } from '../../ui/button.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { MoveStory } from './move-screen.tsx'
import styles from './move-panel.module.css'
import { type Purse, type Ways, SettleFields } from './settle-fields.tsx'
import { type Told, useMove } from './use-move.ts'

interface Props {
  readonly story: MoveStory
  readonly plan: Plan
  readonly onMoved: (moved: { readonly story: MoveStory; readonly changeMinor: number }) => void
}

const first: Ways = { mode: 'CASH', text: '', refundTo: 'same' }

export function MovePanel({ story, plan, onMoved }: Props) {
  const say = useSay()
  const { money } = useFormats()
  const { booking } = story
  const { currency } = booking.totals
  const { quote, told, isAsking, move } = useMove(story)
  const [ways, setWays] = useState(first)
  const purse = usePurse(booking)
  const difference = quote?.differenceMinor ?? 0
  const tenderedMinor = ways.text.trim() === '' ? Math.max(0, difference) : parseAmount(ways.text, currency)
  const isPaid =
    ways.mode === 'WALLET' ? (purse?.balanceMinor ?? 0) >= difference : (tenderedMinor ?? -1) >= difference
  const mayMove = quote !== null && !isAsking && isPaid
  const go = async () => {
    if (!mayMove) return
    const { mode, refundTo } = ways
    const walletId = mode === 'WALLET' ? (purse?.walletId ?? null) : null
    const done = await move({ mode, tenderedMinor: tenderedMinor ?? 0, walletId, refundTo })
    if (done) onMoved({ story: { ...story, booking: done.booking }, changeMinor: done.changeMinor })
  }
  const count = useStore(moving).to.length
  const sum = money(Math.abs(difference), currency)
  const how = difference > 0 ? 'take' : difference < 0 ? 'giveBack' : 'even'
  const words = say('move.go', { count, how, sum })
  const other = () => exchangeWithin(story, movesOf(moving.getState()))
  const isDearer = quote !== null && difference > 0
  useSteps([
    { id: 'move-other', words: say('move.other'), keys: [], run: other, isOffered: isDearer && !isAsking },
    { id: 'move', words, keys: ['F9', 'Ctrl+Enter'], run: () => void go(), isOffered: mayMove },
  ])
  return (
    <aside className={styles.panel} aria-label={say('move.what')}>
      <Pairs booking={booking} plan={plan} />
      <ToldLine told={told} zone={story.zone} />
      <Difference {...{ difference, currency }} isKnown={quote !== null} />
      {difference !== 0 && (
        <SettleFields
          {...{ story, difference, ways, purse, tenderedMinor }}
          onWays={setWays}
          onEnter={() => void go()}
          onOther={other}
        />
      )}
      <footer className={styles.steps}>
        <Button look="next" shortcut="F9" isDisabled={!mayMove} onPress={() => void go()}>
          {words}
        </Button>
      </footer>
    </aside>
  )
}

/** "D10 → F12", in the order of the booking; a blank where there is no target yet. */
function Pairs({ booking, plan }: { readonly booking: Booking; readonly plan: Plan }) {
  const say = useSay()
  const { from, to } = useStore(moving)
  return (
    <section className={styles.pairs}>
      <h2>{say('move.count', { count: from.length, left: from.length - to.length })}</h2>
      <ul>
        {from.map((seatId, index) => {
          const target = to[index]
          return (
            <li key={seatId}>
              <bdi>{booking.lines.find((line) => line.seatId === seatId)?.label}</bdi>
              <MoveRight size={18} aria-label={say('move.to')} className={styles.arrow} />
              {target === undefined ? (
                <span className={styles.none}>{say('move.none')}</span>
              ) : (
                <strong>
                  <bdi>{seatLabel(plan, target)}</bdi>
                </strong>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ToldLine({ told, zone }: { readonly told: Told | null; readonly zone: string }) {
  const say = useSay()
  const formats = useFormats()
  const wordsOf = (no: Told) => {
    if (no.kind === 'gone')
      return say('move.gone', { count: no.seats.length, seats: formats.seatNames(no.seats) })
    if (no.kind === 'refused') return refusalText(no.refusal, say, formats, zone)
    return say(`notice.fault.${no.reason}`, { incident: no.incidentId })
  }
  return (
    <p className={styles.told} role="alert">
      {told && wordsOf(told)}
    </p>
  )
}

interface DifferenceProps {
  readonly difference: number
  readonly currency: Booking['totals']['currency']
  readonly isKnown: boolean
}

function Difference({ difference, currency, isKnown }: DifferenceProps) {
  const say = useSay()
  const { money } = useFormats()
  const how = difference > 0 ? 'take' : difference < 0 ? 'giveBack' : 'even'
  return (
    <div className={styles.difference} role="status">
      <span>{say('move.difference', { how: isKnown ? how : 'none' })}</span>
      <strong data-unknown={!isKnown || undefined}>
        {isKnown ? money(Math.abs(difference), currency) : '–'}
      </strong>
    </div>
  )
}

/** [P9] The customer's wallet in the booking's currency; null if there is no customer or no wallet yet. */
function usePurse({ customerId, totals: { currency } }: Booking): Purse | null {
  const [purse, setPurse] = useState<Purse | null>(null)
  useEffect(() => {
    if (customerId === null) return
    void ask('customer', { customerId, currency }).then((answer) => {
      if (answer.kind === 'done') setPurse(answer.value.wallet)
    })
  }, [customerId, currency])
  return purse
}
