import { useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { fingerprint } from '../../../shared/domain/kiosks.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import type { Say } from '../../messages/catalogue.ts'
import styles from './kiosks-screen.module.css'

type Lan = Output<'kiosks'>['lan']

interface Props {
  readonly lan: Lan
  /** The number of kiosks that would be cut off. */
  readonly connected: number
  readonly mayShare: boolean
}

/** Whether other machines can reach this house, and the switch for that. */
export function LanState({ lan, connected, mayShare }: Props) {
  const say = useSay()
  const [isAsking, setIsAsking] = useState(false)
  const isOpen = lan?.kind === 'open'
  const share = (isShared: boolean) => {
    setIsAsking(false)
    void ask('share-house', { isShared })
  }
  const isCutting = isOpen && connected > 0
  return (
    <section className={styles.lan} data-state={lan?.kind ?? 'alone'}>
      <p role="status">{textOf(lan, say)}</p>
      {lan && mayShare && lan.kind !== 'opening' && (
        <Button onPress={() => (isCutting ? setIsAsking(true) : share(!isOpen))}>
          {say(isOpen ? 'kiosks.hush' : 'kiosks.share')}
        </Button>
      )}
      {lan && !mayShare && <p className={styles.quiet}>{say('kiosks.onlyAdmin')}</p>}
      <Dialog title={say('kiosks.hush')} isOpen={isAsking} onClose={() => setIsAsking(false)}>
        <p>{say('kiosks.hush.text', { count: connected })}</p>
        <DialogButtons>
          <Button onPress={() => setIsAsking(false)}>{say('app.cancel')}</Button>
          <Button look="next" onPress={() => share(false)}>
            {say('kiosks.hush')}
          </Button>
        </DialogButtons>
      </Dialog>
    </section>
  )
}

function textOf(lan: Lan, say: Say): string {
  if (!lan) return say('kiosks.alone')
  if (lan.kind === 'open')
    return say('kiosks.open', {
      address: isolated(lan.addresses.join(', ')),
      fingerprint: isolated(fingerprint(lan.pin)),
    })
  if (lan.kind === 'failed') return say('kiosks.failed', { detail: isolated(lan.detail) })
  return say(`kiosks.${lan.kind}`)
}
