// [P5] The picture of a transfer, for whoever says whether it is good: shown where it is judged. Owns the asking for it; what is in the
// picture is the house's word, and never an address.

import { useEffect, useState } from 'react'
import type { BookingId, PaymentId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { ask } from '../box-office.ts'
import styles from './transfer-picture.module.css'
import { useSay } from './words.tsx'

interface Props {
  readonly bookingId: BookingId
  readonly paymentId: PaymentId
  /** As it is read: with its currency. */
  readonly amount: string
}

/** Give it the payment as its key: another's picture is another element, never the one before while the new one is asked for. */
export function TransferPicture({ bookingId, paymentId, amount }: Props) {
  const say = useSay()
  const picture = usePicture(bookingId, paymentId)
  if (picture === null) return <p className={styles.missing}>{say('proof.notHad')}</p>
  const words = say('proof.pictureOf', { amount })
  return (
    <figure className={styles.place}>
      <figcaption>{words}</figcaption>
      {picture && (
        <img src={`data:${picture.type};base64,${picture.text}`} alt={words} className={styles.picture} />
      )}
    </figure>
  )
}

/** Undefined while it is asked, null where it is not here. */
function usePicture(bookingId: BookingId, paymentId: PaymentId): Output<'picture'> | null | undefined {
  const [picture, setPicture] = useState<Output<'picture'> | null>()
  useEffect(() => {
    let isCurrent = true
    void ask('picture', { bookingId, paymentId }).then((answer) => {
      if (isCurrent) setPicture(answer.kind === 'done' ? answer.value : null)
    })
    return () => {
      isCurrent = false
    }
  }, [bookingId, paymentId])
  return picture
}
