// [S5] A code to read out, then the machine that typed it, to be compared and admitted. Owns the offer while it stands; must never
// keep a code longer than the dialog is open.

import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { fingerprint } from '../../../shared/domain/kiosks.ts'
import { SECOND_MS } from '../../../shared/lib/time.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { type NotDone, PinProblem } from '../../ui/pin-problem.tsx'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './kiosks-screen.module.css'

interface Props {
  readonly found: Output<'kiosks'>
  /** The address to type at the other machine. */
  readonly address: string
  readonly onClose: () => void
}

/** First a code to read out, then the machine that typed it, to be compared and admitted. Leaving the dialog withdraws the code. */
export function AddKiosk({ found: { waiting }, address, onClose }: Props) {
  const say = useSay()
  const { offer, renew } = useOffer()
  const [joined, setJoined] = useState<string | null>(null)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const letIn = async (name: string, pin: string) => {
    const answer = await ask('admit-kiosk', { name, pin })
    if (answer.kind === 'done') setJoined(name)
    else setProblem(answer)
  }
  if (joined !== null)
    return (
      <Dialog title={say('kiosks.add')} isOpen onClose={onClose}>
        <p role="status">{say('kiosks.add.done', { name: isolated(joined) })}</p>
        <DialogButtons>
          <Button look="next" onPress={onClose}>
            {say('app.close')}
          </Button>
        </DialogButtons>
      </Dialog>
    )
  return (
    <Dialog title={say('kiosks.add')} isOpen onClose={onClose}>
      {waiting ? (
        <div role="status">
          <p>{say('kiosks.add.waiting', { name: isolated(waiting.name) })}</p>
          <p className={styles.code} dir="ltr">
            {fingerprint(waiting.pin)}
          </p>
        </div>
      ) : (
        offer && (
          <>
            <p>{say('kiosks.add.text', { address: isolated(address) })}</p>
            <p className={styles.code} dir="ltr">
              {offer.pairingCode}
            </p>
            <Left untilMs={offer.untilMs} />
          </>
        )
      )}
      <PinProblem id="kiosk-problem" problem={problem} />
      <DialogButtons>
        <Button onPress={waiting ? renew : onClose}>
          {say(waiting ? 'kiosks.add.refuse' : 'app.cancel')}
        </Button>
        {waiting ? (
          <Button look="next" onPress={() => void letIn(waiting.name, waiting.pin)}>
            {say('kiosks.add.letIn')}
          </Button>
        ) : (
          <Button onPress={renew}>{say('kiosks.add.again')}</Button>
        )}
      </DialogButtons>
    </Dialog>
  )
}

function Left({ untilMs }: { readonly untilMs: number }) {
  const say = useSay()
  const { lasting } = useFormats()
  const leftMs = untilMs - useHubNow(SECOND_MS)
  if (leftMs <= 0) return <p className={styles.quiet}>{say('kiosks.add.over')}</p>
  return <p className={styles.quiet}>{say('kiosks.add.until', { left: isolated(lasting(leftMs)) })}</p>
}

/** One offer while the dialog is open, withdrawn when it closes. */
function useOffer() {
  const [offer, setOffer] = useState<Output<'offer-pairing'> | null>(null)
  const renew = useCallback(() => {
    void ask('offer-pairing', {}).then((answer) =>
      answer.kind === 'done' ? setOffer(answer.value) : undefined,
    )
  }, [])
  useEffect(() => {
    renew()
    return () => void ask('withdraw-pairing', {})
  }, [renew])
  return { offer, renew }
}
