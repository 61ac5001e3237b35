// New shows modelled on an existing one, previewed before they are created: a form, a month and a list. Owns the screen; the house
// decides what may be created.

import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import type { ShowId } from '../../../shared/domain/ids.ts'
import { goBack, goTo } from '../../stores/screen.ts'
import { shows } from '../../stores/shows.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import { ScreenHead } from '../../ui/screen-head.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { isolated, makeFormats, useFormats, useSay } from '../../ui/words.tsx'
import { SeriesFields } from './series-fields.tsx'
import { SeriesList } from './series-list.tsx'
import { SeriesMonth } from './series-month.tsx'
import styles from './series-screen.module.css'
import { type Series, useSeries } from './use-series.ts'

const back = () => goBack({ name: 'manage' })

export function SeriesScreen({ showId }: { readonly showId: ShowId }) {
  const say = useSay()
  const { rows, ready } = useStore(shows)
  const row = rows.get(showId)
  useKeys({ Escape: back })
  if (row) return <OfModel key={showId} model={row} />
  if (!ready) return <Waiting text={say('tonight.loading')} />
  return (
    <Empty isWhole title={say('refusal.notFound.show')} text="">
      <Button look="next" onPress={back} shortcut="Esc" autoFocus>
        {say('story.back')}
      </Button>
    </Empty>
  )
}

/** The field of times accepts any digits; its default uses those of a time field. */
const plain = makeFormats('en-GB')

function OfModel({ model }: { readonly model: ShowRow }) {
  const say = useSay()
  const series = useSeries(model, (instantMs) => plain.clock(instantMs, model.zone))
  const { wanted, make } = series
  useKeys({ F9: () => (wanted.length > 0 ? make() : undefined) })
  return (
    <div className={styles.screen}>
      <ScreenHead onBack={back}>
        {say('series.title')} · <bdi>{model.title}</bdi> <small>{isolated(model.venue)}</small>
      </ScreenHead>
      <div className={styles.desk}>
        <SeriesFields model={model} series={series} />
        <SeriesMonth key={series.form.from} model={model} series={series} />
        <SeriesList model={model} series={series} />
      </div>
      <footer className={styles.foot}>
        <Outcome series={series} zone={model.zone} />
        <Button look="next" shortcut="F9" isDisabled={wanted.length === 0} onPress={make}>
          {say('series.make', { count: wanted.length })}
        </Button>
      </footer>
    </div>
  )
}

function Outcome({ series, zone }: { readonly series: Series; readonly zone: string }) {
  const say = useSay()
  const problem = useProblem(series, zone)
  const { done, undo } = series
  if (problem !== null)
    return (
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    )
  return (
    <div className={styles.done}>
      <p role="status">
        {done && say(done.isUndone ? 'series.undone' : 'series.done', { count: done.shows })}
      </p>
      {done && !done.isUndone && <Button onPress={undo}>{say('manage.undo')}</Button>}
      {done && (
        <Button look="quiet" onPress={() => goTo({ name: 'manage', kind: 'calendar' })}>
          {say('calendar.title')}
        </Button>
      )}
    </div>
  )
}

function useProblem({ problem, failed }: Series, zone: string): string | null {
  const say = useSay()
  const formats = useFormats()
  if (failed)
    return failed.kind === 'refused'
      ? refusalText(failed.refusal, say, formats, zone)
      : say(`notice.fault.${failed.reason}`, { incident: failed.incidentId })
  if (!problem) return null
  if (problem.kind === 'bad-time') return say('import.badTime', { text: isolated(problem.text) })
  if (problem.kind === 'too-many') return say('series.tooMany', { limit: problem.limit })
  return say(`series.problem.${problem.kind}`)
}
