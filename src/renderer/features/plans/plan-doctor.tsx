// The plan doctor's findings about the current plan, each with a button if one step fixes it. Owns the list.

import { useStore } from 'zustand'
import { type Finding, findingCodes } from '../../../shared/domain/plan-import/draft.ts'
import { isFixable } from '../../../shared/domain/plan-edit/fix-plan.ts'
import { change, choose, planEdit } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './plan-editor.module.css'
import { seatsAt } from './seats-at.ts'

/** Prices are entered when the plan is put on sale, not here. */
export function PlanDoctor({ findings }: { readonly findings: readonly Finding[] }) {
  const say = useSay()
  const shown = findings.filter(({ code }) => code !== 'category-without-price')
  return (
    <section className={styles.part} aria-label={say('import.report')}>
      <h2 className={styles.partTitle}>{say('import.report')}</h2>
      <div role="status">
        {shown.length === 0 && <p className={styles.quiet}>{say('import.clean')}</p>}
        {shown.length > 0 && (
          <ul className={`${styles.list} ${styles.body}`}>
            {shown.map((finding) => (
              <Line key={`${finding.code} ${finding.about}`} finding={finding} />
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}

function Line({ finding }: { readonly finding: Finding }) {
  const say = useSay()
  const { number } = useFormats()
  const { edit } = useStore(planEdit)
  const { code, about, count, places } = finding
  const words = say(`finding.${code}`, { about: about === '' ? 'none' : isolated(about), count })
  const seats = edit ? seatsAt(edit.draft, places) : new Set<string>()
  return (
    <li className={styles.finding} data-level={findingCodes[code]}>
      <p>
        {words}
        {count > 1 && ` ${say('import.times', { count: number(count) })}`}
      </p>
      <span className={styles.line}>
        {seats.size > 0 && (
          <Button
            look="quiet"
            label={say('plans.show.what', { what: words })}
            onPress={() => choose({ seats, areas: new Set() })}
          >
            {say('plans.show')}
          </Button>
        )}
        {isFixable(code) && (
          <Button
            label={say('plans.fix.what', { what: words })}
            onPress={() => change({ kind: 'fix', code })}
          >
            {say('plans.fix')}
          </Button>
        )}
      </span>
    </li>
  )
}
