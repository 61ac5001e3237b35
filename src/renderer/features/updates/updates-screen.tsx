// Newer versions of Guichet on the machine that serves this page: the current one, what was found, and the button to install it. Owns
// the requests; the house decides what is an update, and when it may be installed.

import { useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { UpdateSource } from '../../../shared/contract/update-operations.ts'
import type { UpdateTime } from '../../../shared/domain/updates.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { refusalText } from '../../messages/refusal-text.ts'
import { Unread } from '../../ui/unread.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { UpdateOffer } from './update-offer.tsx'
import styles from './updates-screen.module.css'
import { useUpdates } from './use-updates.ts'

export type UpdateState = NonNullable<Output<'updates'>['state']>

/** This machine's own zone: it belongs to no venue. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

export function UpdatesScreen() {
  const say = useSay()
  const formats = useFormats()
  const { found, hasFailed, load } = useUpdates()
  const [refused, setRefused] = useState<string | null>(null)
  if (!found) return <Unread text={say('updates.loading')} hasFailed={hasFailed} onAgain={load} />
  const { state, houseVersion } = found
  const look = async (from: UpdateSource) => {
    setRefused(null)
    await ask('look-for-updates', { from })
    load()
  }
  const askFor = async (when: UpdateTime) => {
    if (!state?.offer) return
    const { version, digest } = state.offer
    const answer = await ask('ask-update', { version, digest, when })
    setRefused(
      answer.kind === 'done'
        ? null
        : answer.kind === 'refused'
          ? refusalText(answer.refusal, say, formats, zone)
          : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }),
    )
    load()
  }
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('updates.title')}</h1>
      </header>
      <section className={styles.part}>
        <p>{say('updates.now', { version: isolated(state?.version ?? houseVersion) })}</p>
        {state && state.version !== houseVersion && (
          <p>{say('updates.hub', { version: isolated(houseVersion) })}</p>
        )}
        {refused !== null && (
          <p role="alert" className={styles.wrong}>
            {refused}
          </p>
        )}
        {state ? <Places state={state} onLook={(from) => void look(from)} /> : <p>{say('updates.none')}</p>}
      </section>
      {state?.offer && (
        <UpdateOffer
          offer={state.offer}
          isOver={state.step !== 'idle' && state.step !== 'waiting'}
          isWaiting={state.step === 'waiting'}
          onAsk={(when) => void askFor(when)}
        />
      )}
    </div>
  )
}

function Places({
  state,
  onLook,
}: {
  readonly state: UpdateState
  readonly onLook: (from: UpdateSource) => void
}) {
  const say = useSay()
  const { folder, feed, isSigned, step } = state
  if (!isSigned) return <p className={styles.quiet}>{say('updates.keyless')}</p>
  // While an update waits for installation, no other is searched for: what gets installed is what was shown.
  const isBusy = step !== 'idle' && step !== 'ready'
  return (
    <>
      <p className={styles.quiet}>
        {say('updates.folder', { folder: isolated(folder) })}{' '}
        {feed !== null && say('updates.feed', { feed: isolated(feed) })}
      </p>
      <div className={styles.steps}>
        <Button isDisabled={isBusy} onPress={() => onLook('folder')}>
          {say('updates.fromFolder')}
        </Button>
        {feed !== null && (
          <Button isDisabled={isBusy} onPress={() => onLook('feed')}>
            {say('updates.fromFeed')}
          </Button>
        )}
      </div>
      <div role="status">
        <Step state={state} />
      </div>
    </>
  )
}

function Step({ state: { step, offer, problem } }: { readonly state: UpdateState }) {
  const say = useSay()
  if (problem) {
    const { kind, detail } = problem
    return (
      <>
        <p className={styles.wrong}>{say(`updates.problem.${kind}`)}</p>
        {detail !== '' && (
          <p className={styles.quiet}>{say('updates.detail', { detail: isolated(detail) })}</p>
        )}
      </>
    )
  }
  if (step === 'idle') return null
  const facts = { version: isolated(offer?.version ?? ''), place: isolated(offer?.place ?? '') }
  return <p>{say(`updates.step.${step}`, facts)}</p>
}
