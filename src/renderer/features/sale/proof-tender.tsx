// [P5] Paying by a picture of a bank transfer: chosen or dropped, previewed, sent, and only then accepted as payment. Owns the
// field and the file's errors; a manager approves the picture later.

import { ImageUp } from 'lucide-react'
import { useEffect, useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import type { Booking } from '../../../shared/domain/booking.ts'
import { pay } from '../../stores/payment.ts'
import { type PictureProblem, type Picture, readPicture, sendPicture } from '../../stores/pictures.ts'
import { sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { AmountField } from './amount-field.tsx'
import styles from './proof-tender.module.css'
import { TenderForm } from './tender-form.tsx'
import { useAmount } from './use-amount.ts'

export function ProofTender({ booking }: { readonly booking: Booking }) {
  const say = useSay()
  const { money } = useFormats()
  const amount = useAmount(booking)
  const { currency } = booking.totals
  const { minor, dueMinor, part } = amount
  const { picture, problem, choose } = usePicture()
  const take = async () => {
    if (!picture || minor === null) return
    const failed = await sendPicture(picture)
    if (failed?.kind === 'fault') return sale.setState({ notice: failed })
    if (failed) return sale.setState({ notice: { kind: 'refusal', refusal: failed.refusal } })
    await pay(booking, { mode: 'PROOF', tenderedMinor: minor, proof: picture.digest, ...part })
  }
  const isReady = picture !== null && minor !== null && minor <= dueMinor
  return (
    <TenderForm
      booking={booking}
      words={say('pay.byProof', { total: money(minor ?? dueMinor, currency) })}
      onTake={isReady ? take : null}
    >
      <AmountField
        label={say('pay.amountBy', { mode: say('mode.PROOF') })}
        amount={amount}
        currency={currency}
        isExact
      />
      <PictureZone picture={picture} onChoose={choose} />
      <p className={styles.problem} role="alert">
        {problem && say(`problem.${problem}`)}
      </p>
      <p className={styles.note}>{say('proof.note')}</p>
    </TenderForm>
  )
}

interface ZoneProps {
  readonly picture: Picture | null
  readonly onChoose: (file: File | undefined) => void
}

function PictureZone({ picture, onChoose }: ZoneProps) {
  const say = useSay()
  return (
    <DropZone
      className={styles.zone ?? ''}
      onDrop={({ items }) => {
        const dropped = items.find((item) => item.kind === 'file')
        void dropped?.getFile().then(onChoose)
      }}
      aria-label={say('proof.drop')}
    >
      {picture ? (
        <img src={picture.address} alt={say('proof.shown')} className={styles.shown} />
      ) : (
        <p className={styles.empty}>
          <ImageUp size={24} aria-hidden /> {say('proof.drop')}
        </p>
      )}
      <FileTrigger
        acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']}
        onSelect={(files) => onChoose(files?.[0])}
      >
        <Button>{say(picture ? 'proof.other' : 'proof.choose')}</Button>
      </FileTrigger>
    </DropZone>
  )
}

function usePicture() {
  const [picture, setPicture] = useState<Picture | null>(null)
  const [problem, setProblem] = useState<PictureProblem | null>(null)
  useEffect(() => () => (picture ? URL.revokeObjectURL(picture.address) : undefined), [picture])
  const choose = async (file: File | undefined) => {
    if (!file) return
    const read = await readPicture(file)
    setProblem(typeof read === 'string' ? read : null)
    setPicture(typeof read === 'string' ? null : read)
  }
  return { picture, problem, choose: (file: File | undefined) => void choose(file) }
}
