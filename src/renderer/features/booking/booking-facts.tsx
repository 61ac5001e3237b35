// Who bought, who sold, how it was paid, and the numbers on the papers; a customer's details can be corrected here. Owns how they are
// shown; must never calculate.

import { type ReactNode } from 'react'
import type { MessageId } from '../../messages/catalogue.ts'
import { deskName } from '../../stores/desks.ts'
import { useLineName } from '../../ui/use-line-name.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './booking-facts.module.css'
import { EditCustomer } from './edit-customer.tsx'
import { PaymentsList } from './payments-list.tsx'
import type { Story } from './use-story.ts'

interface Props {
  readonly story: Story
  readonly again: () => Promise<void>
  readonly onTold: (words: string | null) => void
}

export function BookingFacts({ story, again, onTold }: Props) {
  const say = useSay()
  const { booking, seller, copies } = story
  return (
    <dl className={styles.facts}>
      <Fact name="story.customer">
        <Customer story={story} />
        {story.customer && <EditCustomer customer={story.customer} again={again} onTold={onTold} />}
      </Fact>
      <Fact name="story.seller">
        {say('story.sellerAt', { name: isolated(seller), kiosk: isolated(deskName(booking.kioskId, say)) })}
      </Fact>
      <Fact name="story.payments">
        <PaymentsList booking={booking} />
      </Fact>
      <Fact name="story.tickets">
        {booking.tickets.length === 0 && say('story.noTickets')}
        {booking.tickets.map(({ number }) => (
          <span key={number} dir="ltr" className={styles.number}>
            {number}
          </span>
        ))}
      </Fact>
      {booking.returned.length > 0 && (
        <Fact name="back.returned">
          <Returned story={story} />
        </Fact>
      )}
      {copies.length > 0 && (
        <Fact name="story.copies">
          <Copies story={story} />
          <span>{say('story.copyNewest')}</span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: MessageId; readonly children: ReactNode }) {
  const say = useSay()
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Customer({ story: { customer } }: { readonly story: Story }) {
  const say = useSay()
  if (customer === null) return say('find.noCustomer')
  const { name, phone, email } = customer
  return (
    <>
      <strong>
        <bdi>{name}</bdi>
      </strong>
      {[phone, email].filter(Boolean).map((reach) => (
        <bdi key={reach}>{reach}</bdi>
      ))}
    </>
  )
}

/** [P10] Seats that were refunded, each with its sum and time. */
function Returned({ story: { booking, zone } }: { readonly story: Story }) {
  const say = useSay()
  const { money, clock, day } = useFormats()
  const nameOf = useLineName(booking.showId)
  return booking.returned.map((line) => (
    <span key={`${line.seatId} ${line.returnedAtMs}`}>
      {say('back.returnedSeat', {
        seat: isolated(nameOf(line)),
        amount: money(line.refundMinor, booking.totals.currency),
        time: `${day(line.returnedAtMs, zone)} ${clock(line.returnedAtMs, zone)}`,
      })}
    </span>
  ))
}

function Copies({ story: { copies, zone } }: { readonly story: Story }) {
  const say = useSay()
  const { clock, day } = useFormats()
  return copies.map(({ copy, atMs, kioskId }) => (
    <span key={copy}>
      {say('story.copyAt', {
        copy,
        time: `${day(atMs, zone)} ${clock(atMs, zone)}`,
        kiosk: isolated(deskName(kioskId, say)),
      })}
    </span>
  ))
}
