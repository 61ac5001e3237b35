// The terms of sale [H2]: set for the house, a venue, a listing or a show, each value shown with its origin. Owns the screen; nothing
// is changed before the affected shows were listed.

import type { TermsPlace } from '../../../shared/domain/changes/change.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { TermsTable } from './terms-table.tsx'
import { TermsWhere, useCurrencyOf } from './terms-where.tsx'
import styles from './terms-screen.module.css'
import { type TermsRow, type TermsWork, useTerms } from './use-terms.ts'

export function TermsScreen({ at, id }: { readonly at: TermsPlace; readonly id: number }) {
  return (
    <div className={styles['screen']}>
      <OfficeTabs />
      <OfRow key={`${at} ${id}`} row={{ at, id }} />
    </div>
  )
}

function OfRow({ row }: { readonly row: TermsRow }) {
  const say = useSay()
  const currency = useCurrencyOf(row)
  const work = useTerms(row, currency)
  const { told, mayChange, save } = work
  useKeys({ F9: () => (mayChange ? save() : undefined) })
  return (
    <>
      <header className={styles['head']}>
        <h1>{say('terms.title')}</h1>
        <TermsWhere row={row} />
      </header>
      {told ? <TermsTable told={told} work={work} currency={currency} /> : <Asked work={work} />}
      <footer className={styles['foot']}>
        <Outcome work={work} />
        <Button look="next" shortcut="F9" isDisabled={!mayChange} onPress={save}>
          {say('terms.save')}
        </Button>
      </footer>
    </>
  )
}

function Asked({ work }: { readonly work: TermsWork }) {
  const say = useSay()
  return work.failed ? <div /> : <Waiting text={say('tonight.loading')} />
}

function Outcome({ work }: { readonly work: TermsWork }) {
  const say = useSay()
  const formats = useFormats()
  const { failed, wrong, done, undo, touched } = work
  if (failed || wrong.size > 0) {
    const text = !failed
      ? say('terms.wrong', { terms: formats.list([...wrong].map((name) => say(`terms.${name}`))) })
      : failed.kind === 'refused'
        ? refusalText(failed.refusal, say, formats, 'UTC')
        : say(`notice.fault.${failed.reason}`, { incident: failed.incidentId })
    return (
      <p role="alert" className={styles['problem']}>
        {text}
      </p>
    )
  }
  return (
    <div className={styles['told']}>
      <p role="status">
        {touched && say('terms.touched', { count: touched.count })}
        {!touched && done && say(done.isUndone ? 'terms.undone' : 'terms.done')}
      </p>
      {touched && touched.count > 0 && <Touched touched={touched} />}
      {!touched && done && !done.isUndone && <Button onPress={undo}>{say('manage.undo')}</Button>}
    </div>
  )
}

function Touched({ touched }: { readonly touched: NonNullable<TermsWork['touched']> }) {
  const say = useSay()
  const { day, clock, number } = useFormats()
  const { count, shows } = touched
  return (
    <details>
      <summary>{say('terms.which')}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too */}
      <ul className={styles['shows']} aria-label={say('terms.which')} tabIndex={0}>
        {shows.map(({ showId, title, venue, zone, startsAtMs }) => (
          <li key={showId}>
            {day(startsAtMs, zone)} {clock(startsAtMs, zone)} · {isolated(title)} · {isolated(venue)}
          </li>
        ))}
        {count > shows.length && <li>{say('import.more', { count: number(count - shows.length) })}</li>}
      </ul>
    </details>
  )
}
