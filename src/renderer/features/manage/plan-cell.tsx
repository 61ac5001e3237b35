// Saves a show's plan as a file. Owns the choice of its format; the content of the file comes from the domain.

import { Download } from 'lucide-react'
import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { draftOfPlan } from '../../../shared/domain/plan-import/draft-of-plan.ts'
import { writePretixPlan } from '../../../shared/domain/plan-import/write-pretix.ts'
import { writeSeatTable } from '../../../shared/domain/plan-import/write-csv.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './plan-cell.module.css'
import { saveFile } from '../../ui/save-file.ts'

const forms = {
  pretix: { write: writePretixPlan, ending: 'json', type: 'application/json' },
  csv: { write: writeSeatTable, ending: 'csv', type: 'text/csv' },
} as const

export function PlanCell({ row, time }: { readonly row: ShowRow; readonly time: string }) {
  const say = useSay()
  const name = say('manage.planOf', { title: row.title, time })
  return (
    <DialogTrigger>
      <Button look="quiet" label={name}>
        <Download size={18} aria-hidden />
      </Button>
      <Popover label={name} at="end" className={styles.pane}>
        {({ close }) => <Forms row={row} onSaved={close} />}
      </Popover>
    </DialogTrigger>
  )
}

function Forms({ row, onSaved }: { readonly row: ShowRow; readonly onSaved: () => void }) {
  const say = useSay()
  const { save, problem, isSaving } = useSavePlan(row, onSaved)
  return (
    <>
      <p className={styles.title}>{say('manage.savePlan')}</p>
      {(['pretix', 'csv'] as const).map((form) => (
        <Button key={form} isDisabled={isSaving} onPress={() => void save(form)}>
          {say(`manage.savePlan.${form}`)}
        </Button>
      ))}
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    </>
  )
}

function useSavePlan({ planId, zone }: ShowRow, onSaved: () => void) {
  const say = useSay()
  const formats = useFormats()
  const [problem, setProblem] = useState('')
  const [isSaving, setSaving] = useState(false)
  const save = async (form: keyof typeof forms) => {
    setSaving(true)
    const answer = await ask('plan', { planId })
    setSaving(false)
    if (answer.kind === 'refused') return setProblem(refusalText(answer.refusal, say, formats, zone))
    if (answer.kind !== 'done')
      return setProblem(say(`notice.fault.${answer.reason}`, { incident: answer.incidentId }))
    const { write, ending, type } = forms[form]
    saveFile({ name: answer.value.name, ending, type, text: write(draftOfPlan(answer.value)) })
    return onSaved()
  }
  return { save, problem, isSaving }
}
