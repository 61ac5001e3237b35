import { useEffect, useState } from 'react'
import type { News } from '../../../shared/contract/topics.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { boxOffice } from '../../box-office.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './door-counts.module.css'

type Sections = Extract<News, { kind: 'door' }>['sections']

/** Who is in and who is still to come, as counted by the house. */
export function DoorCounts({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { number } = useFormats()
  const sections = useSections(showId)
  const sold = sections.reduce((sum, section) => sum + section.sold, 0)
  const letIn = sections.reduce((sum, section) => sum + section.letIn, 0)
  const some = sections.filter((section) => section.sold > 0)
  return (
    <section aria-label={say('gate.counts')} className={styles.counts}>
      <dl className={styles.sums}>
        <Sum words={say('gate.in')} count={letIn} />
        <Sum words={say('gate.toCome')} count={sold - letIn} />
        <Sum words={say('gate.sold')} count={sold} />
      </dl>
      {some.length > 1 && (
        <ul className={styles.sections}>
          {some.map((section) => (
            <li key={section.name}>
              <bdi>{section.name}</bdi>
              <progress max={section.sold} value={section.letIn} aria-label={say('gate.section', section)} />
              <span>
                {number(section.letIn)} / {number(section.sold)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Sum({ words, count }: { readonly words: string; readonly count: number }) {
  const { number } = useFormats()
  return (
    <div>
      <dt>{words}</dt>
      <dd>{number(count)}</dd>
    </div>
  )
}

function useSections(showId: ShowId): Sections {
  const [sections, setSections] = useState<Sections>([])
  useEffect(
    () =>
      boxOffice.subscribe({ kind: 'door', showId }, (news) =>
        news.kind === 'door' ? setSections(news.sections) : undefined,
      ),
    [showId],
  )
  return sections
}
