import { useState } from 'react'
import type { PlanDraft } from '../../../shared/domain/plan-import/draft.ts'
import type { Category } from '../../../shared/domain/seat-plan/plan.ts'
import { change } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './plan-editor.module.css'

/** The price zones: names and colours. Prices are entered when the plan is put on sale. */
export function ZoneList({ draft }: { readonly draft: PlanDraft }) {
  const say = useSay()
  const [name, setName] = useState('')
  const add = () => {
    if (name.trim() !== '') change({ kind: 'add-zone', name: name.trim() })
    setName('')
  }
  return (
    <details className={styles.part}>
      <summary>{say('plans.zones')}</summary>
      <ul className={`${styles.list} ${styles.body}`}>
        {draft.categories.map((zone, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a zone is identified by position: its name is being typed
          <ZoneLine key={index} index={index} zone={zone} />
        ))}
      </ul>
      <div className={`${styles.pair} ${styles.body}`}>
        <Field label={say('plans.zone.new')}>
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
          {say('plans.zone.add')}
        </Button>
      </div>
    </details>
  )
}

function ZoneLine({ index, zone: { name, color } }: { readonly index: number; readonly zone: Category }) {
  const say = useSay()
  const [typed, setTyped] = useState<string | null>(null)
  const rename = () => {
    const to = typed?.trim() ?? name
    if (to !== '' && to !== name) change({ kind: 'set-zone', zone: index, set: { name: to } })
    setTyped(null)
  }
  return (
    <li className={styles.zone}>
      <Field label={say('plans.zone.color', { name: isolated(name) })} hidesLabel>
        {(ids) => (
          <input
            {...ids}
            type="color"
            value={color}
            onChange={({ currentTarget }) =>
              change({ kind: 'set-zone', zone: index, set: { color: currentTarget.value } })
            }
          />
        )}
      </Field>
      <Field label={say('plans.zone.name')} hidesLabel>
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
    </li>
  )
}
