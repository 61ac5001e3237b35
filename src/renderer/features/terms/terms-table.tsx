// Every term of a row: its own value, and what applies if it has none. Owns the fields.

import { Undo2 } from 'lucide-react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { TermsLevel } from '../../../shared/contract/terms-operations.ts'
import { type SettableTerm, settableTerms, singleSeatRules } from '../../../shared/domain/terms.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { Select } from '../../ui/select.tsx'
import { TableHead } from '../../ui/table-head.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { termKinds, typedText, valueText } from './term-values.ts'
import styles from './terms-screen.module.css'
import { type TermsWork, inheritedOf } from './use-terms.ts'

interface Props {
  readonly told: Output<'terms-of'>
  readonly work: TermsWork
  readonly currency: Currency
}

export function TermsTable({ told, work, currency }: Props) {
  const say = useSay()
  const columns = ['terms.term', 'terms.here', 'terms.above'] as const
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too
    <section className={styles['list']} aria-label={say('terms.title')} tabIndex={0}>
      <table className={table['table']}>
        <TableHead texts={columns.map((id) => say(id))} />
        <tbody>
          {settableTerms.map((name) => (
            <TermRow key={name} name={name} told={told} work={work} currency={currency} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TermRow({ name, told, work, currency }: Props & { readonly name: SettableTerm }) {
  const say = useSay()
  const formats = useFormats()
  const fromText = useFromText()
  const inherited = inheritedOf(told, name)
  const isOwn = work.textOf(name) !== ''
  return (
    <tr data-own={isOwn || undefined}>
      <th scope="row">
        {say(`terms.${name}`)}
        {termKinds[name] === 'length' && <small> {say('terms.length')}</small>}
        {termKinds[name] === 'money' && <small> {currency}</small>}
      </th>
      <td className={styles['here']}>
        <TermField name={name} told={told} work={work} currency={currency} />
        {isOwn && (
          <Button
            look="quiet"
            label={say('terms.takeAbove', { term: say(`terms.${name}`) })}
            onPress={() => work.type(name, '')}
          >
            <Undo2 size={16} aria-hidden />
          </Button>
        )}
      </td>
      <td>
        {inherited.map(({ value, from }) => (
          <span key={`${from.at} ${from.id}`} className={styles['from']}>
            {fromText(isolated(valueText(name, value, { say, formats, currency })), from)}
          </span>
        ))}
      </td>
    </tr>
  )
}

function TermField({ name, told, work, currency }: Props & { readonly name: SettableTerm }) {
  const say = useSay()
  const kind = termKinds[name]
  const label = say(`terms.${name}`)
  const text = work.textOf(name)
  if (kind !== 'flag' && kind !== 'rule') {
    const [above] = inheritedOf(told, name)
    return (
      <input
        aria-label={label}
        aria-invalid={work.wrong.has(name) || undefined}
        inputMode={kind === 'length' ? 'text' : 'decimal'}
        dir="ltr"
        placeholder={above ? typedText(name, above.value, currency) : ''}
        value={text}
        onChange={({ currentTarget }) => work.type(name, currentTarget.value)}
      />
    )
  }
  const values = kind === 'flag' ? (['yes', 'no'] as const) : singleSeatRules
  const wordOf = (value: (typeof values)[number]) =>
    value === 'yes' || value === 'no' ? say(`table.${value}`) : say(`terms.rule.${value}`)
  return (
    <Select<string>
      label={label}
      value={text}
      options={[
        { value: '', text: say('terms.asAbove') },
        ...values.map((value) => ({ value, text: wordOf(value) })),
      ]}
      onChange={(value) => work.type(name, value)}
    />
  )
}

function useFromText(): (value: string, from: TermsLevel) => string {
  const say = useSay()
  return (value, { at, name }) => {
    if (at === 'start') return say('terms.from.start', { value })
    const place = say(`terms.at.${at}`)
    return say('terms.from', { value, place: name === '' ? place : `${place} ${isolated(name)}` })
  }
}
