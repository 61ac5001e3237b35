import { useStore } from 'zustand'
import type { UpdateTime } from '../../../shared/domain/updates.ts'
import { preferences } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { UpdateState } from './updates-screen.tsx'
import styles from './updates-screen.module.css'

const MEGABYTE = 1_000_000

interface Props {
  readonly offer: NonNullable<UpdateState['offer']>
  /** It was installed, or is being installed. */
  readonly isOver: boolean
  /** It was requested for later. */
  readonly isWaiting: boolean
  readonly onAsk: (when: UpdateTime) => void
}

/** What was found, for a manager to compare with the maker's announcement, and the button to install it. */
export function UpdateOffer({ offer, isOver, isWaiting, onAsk }: Props) {
  const say = useSay()
  const { number } = useFormats()
  const { language } = useStore(preferences)
  const { version, fileName, sizeBytes, digest, notes } = offer
  const changes = notes[language] ?? notes['en'] ?? ''
  return (
    <section className={styles.part} aria-labelledby="update-offer">
      <h2 id="update-offer" className={styles.offer}>
        {say('updates.offer', { version: isolated(version) })}
      </h2>
      {changes !== '' && (
        <div>
          <h3 className={styles.quiet}>{say('updates.notes')}</h3>
          <p className={styles.notes} dir="auto">
            {changes}
          </p>
        </div>
      )}
      <dl className={styles.facts}>
        <dt>{say('updates.file')}</dt>
        <dd>
          <bdi>{fileName}</bdi> ({say('updates.size', { megabytes: number(Math.ceil(sizeBytes / MEGABYTE)) })}
          )
        </dd>
        <dt>{say('updates.digest')}</dt>
        <dd className={styles.hash} dir="ltr">
          {digest}
        </dd>
      </dl>
      <p className={styles.quiet}>{say('updates.backup')}</p>
      <div className={styles.steps}>
        <Button look="next" isDisabled={isOver} onPress={() => onAsk('now')}>
          {say('updates.install')}
        </Button>
        <Button isDisabled={isOver} onPress={() => onAsk(isWaiting ? 'never' : 'at-close')}>
          {say(isWaiting ? 'updates.callOff' : 'updates.atClose')}
        </Button>
      </div>
    </section>
  )
}
