// [P5] The picture of a transfer, for whoever judges it: shown where that is done. Owns loading it; its content comes from the
// house by request, never from a URL.

import { useEffect, useState } from 'react'
import type { BookingId, PaymentId } from '../../shared/domain/ids.ts'
import type { Output } from '../../shared/contract/operations.ts'
import { ask } from '../box-office.ts'
import styles from './transfer-picture.module.css'
import { useSay } from './words.tsx'

interface Props {
  readonly bookingId: BookingId
  readonly paymentId: PaymentId
  /** Formatted, with its currency. */
  readonly amount: string
}

/**
 * Use the payment id as its key: the picture of another payment must be another element, so that the old one is never shown while
 * the new one loads.
 */
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

/** Undefined while loading, null if it is not available. */
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
