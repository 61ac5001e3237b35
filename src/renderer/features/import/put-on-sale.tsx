// The form under the report: the show's name, where and when it takes place, and the price of each zone. One button runs both
// commands; if the second is refused, the plan stays imported and the button tries the second again.

import { useEffect, useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import type { Output } from '../../../shared/contract/operations.ts'
import { type ListingSort, listingSorts } from '../../../shared/domain/catalogue.ts'
import { type Currency, isCurrency, minorDigits } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { PriceFields } from './price-fields.tsx'
import styles from './put-on-sale.module.css'
import {
  type FormProblem,
  type SaleForm,
  openShowInput,
  problemOf,
  ticketTypesOf,
  venueOf,
} from './sale-form.ts'
import { StartFields } from './start-fields.tsx'
import { useFee } from './use-fee.ts'
import { useImport } from './use-import.ts'

type Report = Output<'check-plan'>
type Venues = Output<'house'>['venues']

interface Props {
  readonly uploadId: string
  readonly planName: string
  readonly report: Report
}

/** The kinds of listing that a plan can be sold as; rooms and packages have no seats to draw. */
const sorts: readonly ListingSort[] = listingSorts.filter((sort) => sort !== 'hotel' && sort !== 'package')

export function PutOnSale({ uploadId, planName, report }: Props) {
  const say = useSay()
  const venues = useVenues()
  const [typed, setForm] = useState(() => emptyForm(planName))
  // Until somebody chooses, the house's first venue; a new one only if there is none.
  const form = { ...typed, venue: typed.venue === '' ? String(venues[0]?.venueId ?? 'new') : typed.venue }
  const [problem, setProblem] = useState('')
  const [isGoing, setGoing] = useState(false)
  const problemText = useProblemText()
  const doImport = useImport(uploadId)
  const change = (part: Partial<SaleForm>) => {
    setForm((before) => ({ ...before, ...part }))
    // What was wrong was said of the form as it was.
    setProblem('')
  }
  const { currency, zone } = venueOf(form, venues)
  const fee = useFeeText(form.venue, currency)
  const submit = async () => {
    const bad = problemOf(form, report, currency)
    if (bad) return setProblem(problemText(bad))
    setGoing(true)
    setProblem('')
    setProblem(await doImport(form.planName.trim(), openShowInput(form, report, venues)))
    setGoing(false)
  }
  return (
    <form
      className={styles.form}
      aria-label={say('import.onSale')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2 className={styles.title}>{say('import.onSale')}</h2>
      <TextFields form={form} change={change} />
      <VenueFields form={form} change={change} venues={venues} />
      <StartFields form={form} zone={zone} venue={form.venue} change={change} />
      <Field label={say('import.types')}>
        {(ids) => (
          <input
            {...ids}
            value={form.types}
            onChange={({ currentTarget }) => change({ types: currentTarget.value })}
          />
        )}
      </Field>
      <PriceFields
        categories={report.categories}
        types={ticketTypesOf(form)}
        prices={form.prices}
        fee={fee}
        onChange={(prices) => change({ prices })}
      />
      <p className={styles.problem} role="alert">
        {problem}
      </p>
      <Button type="submit" look="next" isDisabled={isGoing}>
        {isGoing ? say('import.going') : say('import.go')}
      </Button>
    </form>
  )
}

interface PartProps {
  readonly form: SaleForm
  readonly change: (part: Partial<SaleForm>) => void
}

function TextFields({ form, change }: PartProps) {
  const say = useSay()
  return (
    <>
      <Field label={say('import.planName')}>
        {(ids) => (
          <input
            {...ids}
            value={form.planName}
            maxLength={120}
            onChange={({ currentTarget }) => change({ planName: currentTarget.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={say('import.showTitle')}>
          {(ids) => (
            <input
              {...ids}
              value={form.title}
              maxLength={120}
              onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            />
          )}
        </Field>
        <Field label={say('import.sort')}>
          {(ids) => (
            <select
              {...ids}
              value={form.sort}
              onChange={({ currentTarget }) => {
                const sort = sorts.find((one) => one === currentTarget.value)
                if (sort) change({ sort })
              }}
            >
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {say(`sort.${sort}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}

function VenueFields({ form, change, venues }: PartProps & { readonly venues: Venues }) {
  const say = useSay()
  return (
    <>
      <Field label={say('import.venue')}>
        {(ids) => (
          <select
            {...ids}
            value={form.venue}
            onChange={({ currentTarget }) => change({ venue: currentTarget.value })}
          >
            {venues.map(({ venueId, name }) => (
              <option key={venueId} value={String(venueId)}>
                {name}
              </option>
            ))}
            <option value="new">{say('import.venue.new')}</option>
          </select>
        )}
      </Field>
      {form.venue === 'new' && <NewVenueFields form={form} change={change} />}
    </>
  )
}

function NewVenueFields({ form, change }: PartProps) {
  const say = useSay()
  return (
    <div className={styles.triple}>
      <Field label={say('import.venue.name')}>
        {(ids) => (
          <input
            {...ids}
            value={form.venueName}
            maxLength={120}
            onChange={({ currentTarget }) => change({ venueName: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={say('import.venue.zone')}>
        {(ids) => (
          <select
            {...ids}
            value={form.zone}
            onChange={({ currentTarget }) => change({ zone: currentTarget.value })}
          >
            {[...new Set([form.zone, ...Intl.supportedValuesOf('timeZone')])].map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say('import.venue.currency')}>
        {(ids) => (
          <select
            {...ids}
            value={form.currency}
            onChange={({ currentTarget: { value } }) =>
              isCurrency(value) ? change({ currency: value }) : undefined
            }
          >
            {(Object.keys(minorDigits) as Currency[]).map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}

function emptyForm(planName: string): SaleForm {
  return {
    planName,
    title: '',
    sort: 'performance',
    venue: '',
    venueName: '',
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: 'INR',
    ...tomorrowEvening(),
    types: 'Normal',
    prices: {},
  }
}

/** The next day at half past seven in the evening: the likeliest start, which saves typing. */
function tomorrowEvening(): Pick<SaleForm, 'day' | 'time'> {
  return { day: Temporal.Now.plainDateISO().add({ days: 1 }).toString(), time: '19:30' }
}

function useFeeText(venue: string, currency: Currency): string {
  const say = useSay()
  const { money } = useFormats()
  const feeMinor = useFee(venue)
  return feeMinor ? say('import.fee', { fee: money(feeMinor, currency) }) : ''
}

function useVenues(): Venues {
  const [venues, setVenues] = useState<Venues>([])
  useEffect(() => {
    void ask('house', {}).then((answer) => {
      if (answer.kind === 'done') setVenues(answer.value.venues)
    })
  }, [])
  return venues
}

function useProblemText(): (problem: FormProblem) => string {
  const say = useSay()
  const names = {
    planName: 'import.planName',
    title: 'import.showTitle',
    venueName: 'import.venue.name',
    day: 'import.startDay',
    time: 'import.startTime',
    types: 'import.types',
  } as const
  return (problem) => {
    if (problem.kind === 'missing') return say('import.missing', { field: say(names[problem.field]) })
    if (problem.kind === 'bad-time') return say('import.badTime', { text: isolated(problem.text) })
    if (problem.kind === 'no-price') return say('import.noPrice')
    const { category, type, text } = problem
    return say('import.badPrice', {
      category: isolated(category),
      type: isolated(type),
      text: isolated(text),
    })
  }
}
