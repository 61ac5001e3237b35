// The plan editor [L4]: the map as sellers will see it, beside it the parts to draw and the selection. Owns the screen's frame and
// its keys; every change is made by the reducer, and errors of a plan are found by the doctor.

import { ArrowLeft, Redo2, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import type { PlanId } from '../../../shared/domain/ids.ts'
import { everySeat, nobody } from '../../../shared/domain/plan-edit/chosen.ts'
import type { PlanEdit } from '../../../shared/domain/plan-edit/plan-edit.ts'
import { examine } from '../../../shared/domain/plan-import/doctor.ts'
import { makePlan } from '../../../shared/domain/seat-plan/make-plan.ts'
import { act, change, choose, layAside } from '../../stores/plan-edit.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import { AddParts } from './add-parts.tsx'
import { ChosenSeats } from './chosen-seats.tsx'
import { EditorMap } from './editor-map.tsx'
import { PlanDoctor } from './plan-doctor.tsx'
import styles from './plan-editor.module.css'
import { SavePlan } from './save-plan.tsx'
import { SectionList } from './section-list.tsx'
import { useEditorKeys } from './use-editor-keys.ts'
import { ZoneList } from './zone-list.tsx'

/** A placeholder: the house assigns the id when it is saved. */
const drawnId = 1 as PlanId

interface Props {
  readonly edit: PlanEdit
  readonly versionOf: PlanId | null
}

export function PlanEditor({ edit, versionOf }: Props) {
  const say = useSay()
  const { draft, chosen } = edit
  const findings = useMemo(() => examine(draft), [draft])
  const isDrawable = findings.every(({ code }) => code !== 'too-large' && code !== 'empty')
  const plan = useMemo(() => (isDrawable ? makePlan(draft, drawnId) : null), [draft, isDrawable])
  useEditorKeys({
    'Ctrl+z': () => act({ kind: 'undo' }),
    'Ctrl+y': () => act({ kind: 'redo' }),
    'Ctrl+d': () => change({ kind: 'duplicate' }),
    'Ctrl+a': () => choose(everySeat(draft)),
    Delete: () => change({ kind: 'remove' }),
    Escape: () => choose(nobody),
  })
  return (
    <div className={styles.editor}>
      <Head edit={edit} />
      <section className={styles.board} aria-label={say('plans.board')}>
        {plan ? (
          <EditorMap plan={plan} draft={draft} chosen={chosen} />
        ) : (
          <Empty title={say('plans.blank')} text={say('plans.blank.text')} />
        )}
      </section>
      <aside className={styles.side} aria-label={say('plans.tools')}>
        <PlanDoctor findings={findings} />
        <ChosenSeats draft={draft} chosen={chosen} />
        <AddParts draft={draft} />
        <SectionList draft={draft} chosen={chosen} />
        <ZoneList draft={draft} />
      </aside>
      <SavePlan draft={draft} findings={findings} versionOf={versionOf} />
    </div>
  )
}

function Head({ edit: { draft, past, future } }: { readonly edit: PlanEdit }) {
  const say = useSay()
  return (
    <header className={styles.head}>
      <Button look="quiet" onPress={() => layAside(true)}>
        <ArrowLeft size={18} aria-hidden className={styles.back} /> {say('plans.title')}
      </Button>
      <h1 className="visually-hidden">{say('plans.drawing', { name: draft.name })}</h1>
      <Field label={say('plans.name')} hidesLabel>
        {(ids) => (
          <input
            {...ids}
            value={draft.name}
            maxLength={120}
            onChange={({ currentTarget }) => change({ kind: 'rename', name: currentTarget.value })}
          />
        )}
      </Field>
      <Button
        look="quiet"
        label={say('plans.undo')}
        keys="Ctrl+Z"
        isDisabled={past.length === 0}
        onPress={() => act({ kind: 'undo' })}
      >
        <Undo2 size={18} aria-hidden />
      </Button>
      <Button
        look="quiet"
        label={say('plans.redo')}
        keys="Ctrl+Y"
        isDisabled={future.length === 0}
        onPress={() => act({ kind: 'redo' })}
      >
        <Redo2 size={18} aria-hidden />
      </Button>
    </header>
  )
}
