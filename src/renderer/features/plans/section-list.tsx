// Sections and decks: named, added, removed, and selected row by row without using the map. Owns the list.

import { useState } from 'react'
import type { Chosen } from '../../../shared/domain/plan-edit/chosen.ts'
import type { DraftSection, PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import { change, choose } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './plan-editor.module.css'

interface Props {
  readonly draft: PlanDraft
  readonly chosen: Chosen
}

export function SectionList({ draft, chosen }: Props) {
  const say = useSay()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() !== '') change({ kind: 'add-section', name: name.trim() })
    setName('')
  }
  return (
    <details className={styles.part}>
      <summary>{say('plans.sections')}</summary>
      <ul className={`${styles.list} ${styles.body}`}>
        {draft.sections.map((section, index) => (
          <SectionLine
            // oxlint-disable-next-line react/no-array-index-key -- a section is identified by position: its name is being typed
            key={index}
            index={index}
            section={section}
            chosen={chosen}
            isOnly={draft.sections.length === 1}
          />
        ))}
      </ul>
      <div className={`${styles.pair} ${styles.body}`}>
        <Field label={say('plans.section.new')}>
          {(ids) => (
            <input
              {...ids}
              value={name}
              maxLength={64}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
          )}
        </Field>
        <Button onPress={add} isDisabled={name.trim() === ''}>
          {say('plans.section.add')}
        </Button>
      </div>
    </details>
  )
}

interface LineProps {
  readonly index: number
  readonly section: DraftSection
  readonly chosen: Chosen
  readonly isOnly: boolean
}

function SectionLine({ index, section: { name, rows }, chosen, isOnly }: LineProps) {
  const say = useSay()
  const [typed, setTyped] = useState<string | null>(null)
  const labels = [...new Set(rows.map(({ label }) => label))]
  const idsOf = (label: string) =>
    rows.flatMap((row) => (row.label === label ? row.seats.map(({ uuid }) => uuid) : []))
  const rename = () => {
    const to = typed?.trim() ?? name
    if (to !== name) change({ kind: 'rename-section', section: index, name: to })
    setTyped(null)
  }
  return (
    <li className={styles.list}>
      <div className={styles.pair}>
        <Field label={say('plans.section.name')}>
          {(ids) => (
            <input
              {...ids}
              value={typed ?? name}
              maxLength={64}
              onBlur={rename}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          )}
        </Field>
        <Button
          look="quiet"
          isDisabled={isOnly}
          label={say('plans.section.remove.of', { name: isolated(name) })}
          onPress={() => change({ kind: 'remove-section', section: index })}
        >
          {say('plans.section.remove')}
        </Button>
      </div>
      <div role="group" aria-label={say('plans.rowsOf', { name: isolated(name) })} className={styles.line}>
        {labels.map((label) => {
          const ids = idsOf(label)
          const isChosen = ids.every((uuid) => chosen.seats.has(uuid))
          return (
            <Button
              key={label}
              look="quiet"
              isPressed={isChosen}
              label={say('plans.row', { row: label === '' ? '·' : isolated(label), count: ids.length })}
              onPress={() => {
                const seats = new Set(ids)
                choose({
                  ...chosen,
                  seats: isChosen ? chosen.seats.difference(seats) : chosen.seats.union(seats),
                })
              }}
            >
              {label === '' ? '·' : label}
            </Button>
          )
        })}
      </div>
    </li>
  )
}
