// [P5] The queue of transfers that a manager accepts or rejects, one after the other, by two keys. Owns which one is in hand and the
// message about the last; the manager decides whether money came, the house what follows from it.

import { useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { useStore } from 'zustand'
import { MINUTE_MS } from '../../../shared/lib/time.ts'
import { ask } from '../../box-office.ts'
import { type Proof, lookForProofs, proofs } from '../../stores/proofs.ts'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { spanText } from './change-text.ts'
import manage from './manage-screen.module.css'
import { ProofDetail } from './proof-detail.tsx'
import styles from './proofs-desk.module.css'
import { useFailedText } from './use-failed-text.ts'

export function ProofsDesk() {
  const say = useSay()
  const { proofs: all } = useStore(proofs)
  const work = useJudging(all ?? [])
  if (!all) return <Waiting text={say('tonight.loading')} />
  return (
    <>
      <header className={manage['head']}>
        <h1 className={manage['title']}>{say('proofs.title')}</h1>
        <p role={work.problem ? 'alert' : 'status'} className={styles['told']} data-problem={work.problem}>
          {work.told}
        </p>
      </header>
      {work.inHand ? (
        <div className={styles['desk']}>
          <Queue all={all} inHand={work.inHand} onChoose={work.choose} />
          <ProofDetail
            key={work.inHand.paymentId}
            proof={work.inHand}
            isAsking={work.isAsking}
            onJudge={work.judge}
          />
        </div>
      ) : (
        <Empty title={say('proofs.none')} text={say('proofs.none.text')} />
      )}
    </>
  )
}

/** The chosen one, or the one that took its place in the queue: so the next comes by itself. */
function useJudging(all: readonly Proof[]) {
  const say = useSay()
  const { money } = useFormats()
  const failedText = useFailedText()
  const [chosen, setChosen] = useState<{ readonly id: string; readonly place: number } | null>(null)
  const [isAsking, setAsking] = useState(false)
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState(false)
  const place = Math.min(chosen?.place ?? 0, all.length - 1)
  const inHand = all.find(({ paymentId }) => paymentId === chosen?.id) ?? all[place]
  const judge = async (proof: Proof, accepted: boolean) => {
    if (isAsking) return
    const { bookingId, paymentId, amountMinor, currency, seats } = proof
    setAsking(true)
    const answer = await ask('review-proof', { bookingId, paymentId, accepted })
    await lookForProofs()
    setAsking(false)
    setProblem(answer.kind !== 'done')
    const of = { amount: money(amountMinor, currency), seats: isolated(seats.join(', ')) }
    setTold(
      answer.kind === 'done' ? say(accepted ? 'proofs.accepted' : 'proofs.rejected', of) : failedText(answer),
    )
  }
  return {
    inHand,
    isAsking,
    told,
    problem,
    choose: (id: string) => setChosen({ id, place: all.findIndex(({ paymentId }) => paymentId === id) }),
    judge: (proof: Proof, accepted: boolean) => {
      setChosen({ id: proof.paymentId, place: all.indexOf(proof) })
      void judge(proof, accepted)
    },
  }
}

interface QueueProps {
  readonly all: readonly Proof[]
  readonly inHand: Proof
  readonly onChoose: (paymentId: string) => void
}

function Queue({ all, inHand, onChoose }: QueueProps) {
  const say = useSay()
  const { money } = useFormats()
  const nowMs = useHubNow(MINUTE_MS / 6)
  return (
    <ListBox
      aria-label={say('proofs.title')}
      className={styles['queue'] ?? ''}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[inHand.paymentId]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys
        if (id !== undefined) onChoose(String(id))
      }}
      items={all.map((proof) => ({ id: proof.paymentId, proof, nowMs }))}
    >
      {({ proof: { paymentId, amountMinor, currency, title, seats, shownAtMs } }) => (
        <ListBoxItem
          id={paymentId}
          textValue={`${title} ${seats.join(', ')}`}
          className={styles['line'] ?? ''}
        >
          <strong>{money(amountMinor, currency)}</strong>
          <small>{say('proofs.waits', { length: spanText(nowMs - shownAtMs, say) })}</small>
          <span className={styles['what']}>
            <bdi>{title}</bdi> · <bdi>{seats.join(', ')}</bdi>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
