// [S3] This machine asks to join another's house: where, with which code, under which name; then the outcome. Owns the form; must
// never keep the code longer than that.

import { type FormEvent, useState } from 'react'
import { NAME_MAX } from '../../../shared/contract/limits.ts'
import { LAN_PORT } from '../../../shared/contract/network.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import { fingerprint } from '../../../shared/domain/kiosks.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogButtons } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FoundHubs } from './found-hubs.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './kiosks-screen.module.css'

interface Props {
  readonly joining: Output<'kiosks'>['joining']
  readonly onClose: () => void
}

interface Typed {
  readonly address: string
  readonly code: string
  readonly name: string
}

export function JoinHub({ joining, onClose }: Props) {
  const say = useSay()
  const [isAsked, setIsAsked] = useState(false)
  // After a refusal the form keeps what was typed.
  const [typed, setTyped] = useState<Typed>({ address: '', code: '', name: '' })
  const now = isAsked ? joining : null
  const isUnderWay = now !== null && now.step !== 'refused'
  return (
    <Dialog title={say('kiosks.join.title')} isOpen onClose={onClose}>
      {isUnderWay ? (
        <UnderWay joining={now} />
      ) : (
        <Question
          typed={typed}
          onTyped={setTyped}
          problem={now?.problem ? say(`join.${now.problem}`) : null}
          onAsked={() => setIsAsked(true)}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

function UnderWay({ joining: { host, pin, step } }: { readonly joining: NonNullable<Props['joining']> }) {
  const say = useSay()
  const text =
    step === 'waiting'
      ? 'kiosks.join.waiting'
      : step === 'joined'
        ? 'kiosks.join.joined'
        : 'kiosks.join.asking'
  return (
    <div role="status">
      <p>{say(text, { host: isolated(host) })}</p>
      {pin && (
        <p className={styles.code} dir="ltr">
          {fingerprint(pin)}
        </p>
      )}
    </div>
  )
}

function Question({
  typed,
  onTyped,
  problem,
  onAsked,
  onClose,
}: {
  readonly typed: Typed
  readonly onTyped: (typed: Typed) => void
  readonly problem: string | null
  readonly onAsked: () => void
  readonly onClose: () => void
}) {
  const say = useSay()
  const { address, code, name } = typed
  const hub = readAddress(address)
  const join = async (event: FormEvent) => {
    event.preventDefault()
    if (!hub) return
    await ask('join-hub', { ...hub, pairingCode: code.trim(), name: name.trim() })
    onAsked()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void join(event)}>
      <p>{say('kiosks.join.text')}</p>
      <FoundHubs chosen={hub} onAddress={(found) => onTyped({ ...typed, address: found })} />
      <Field label={say('kiosks.join.address')}>
        {(ids) => (
          <input
            {...ids}
            autoFocus
            dir="ltr"
            value={address}
            onChange={({ currentTarget }) => onTyped({ ...typed, address: currentTarget.value })}
          />
        )}
      </Field>
      <p className={styles.quiet}>{say('kiosks.join.address.hint')}</p>
      <Field label={say('kiosks.join.code')}>
        {(ids) => (
          <input
            {...ids}
            dir="ltr"
            autoComplete="off"
            maxLength={40}
            value={code}
            onChange={({ currentTarget }) => onTyped({ ...typed, code: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={say('kiosks.join.name')} problem={problem}>
        {(ids) => (
          <input
            {...ids}
            maxLength={NAME_MAX}
            value={name}
            onChange={({ currentTarget }) => onTyped({ ...typed, name: currentTarget.value })}
          />
        )}
      </Field>
      <DialogButtons>
        <Button onPress={onClose}>{say('app.cancel')}</Button>
        <Button type="submit" look="next" isDisabled={!hub || code.trim() === '' || name.trim() === ''}>
          {say('kiosks.join.yes')}
        </Button>
      </DialogButtons>
    </form>
  )
}

const PORT_MAX = 65_535

/** `192.168.1.5:8481`, or a name that the network knows; null if neither. */
function readAddress(text: string): { readonly host: string; readonly port: number } | null {
  const { host, port } = /^(?<host>[\w.-]{1,253})(?::(?<port>\d{1,5}))?$/.exec(text.trim())?.groups ?? {}
  const number = port === undefined ? LAN_PORT : Number(port)
  return host && number > 0 && number <= PORT_MAX ? { host, port: number } : null
}
