// Rows of the catalogue as a spreadsheet [A3]: saved as a file, changed anywhere, checked and imported again. Owns the screen; the
// house decides what a file would do, and nothing is imported before that was shown.

import { useState } from 'react'
import { UPLOAD_CHARS_MAX } from '../../../shared/contract/limits.ts'
import { type SheetKind, sheetKinds } from '../../../shared/domain/spreadsheet/sheet.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { Select } from '../../ui/select.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { SheetFile } from './sheet-file.tsx'
import { SheetFaults, SheetLines } from './sheet-told.tsx'
import styles from './spreadsheet-screen.module.css'
import { type SheetStep, sheetForms, useSpreadsheet } from './use-spreadsheet.ts'

export function SpreadsheetScreen() {
  const say = useSay()
  const [of, setOf] = useState<SheetKind>('customers')
  const { step, look, take, bring, undo, save, leave } = useSpreadsheet(of)
  const choose = (kind: SheetKind) => {
    setOf(kind)
    leave()
  }
  return (
    <div className={styles.screen}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('sheet.title')}</h1>
        <Select
          label={say('sheet.of')}
          value={of}
          options={sheetKinds.map((kind) => ({ value: kind, text: say(`sheet.of.${kind}`) }))}
          onChange={choose}
        />
        {sheetForms.map((form) => (
          <Button key={form} onPress={() => void save(form)}>
            {say(form === 'csv' ? 'sheet.export' : 'sheet.export.xlsx')}
          </Button>
        ))}
      </header>
      <p className={styles.intro}>
        {say('sheet.intro')} {of === 'shows' && say('sheet.intro.shows')}
      </p>
      <SheetFile onFile={(file) => void take(file)} onText={(text) => void look(text, say('sheet.pasted'))} />
      <Told step={step} onGo={() => void bring()} onUndo={() => void undo()} />
    </div>
  )
}

interface ToldProps {
  readonly step: SheetStep
  readonly onGo: () => void
  readonly onUndo: () => void
}

function Told({ step, onGo, onUndo }: ToldProps) {
  const say = useSay()
  const problem = useProblem(step)
  if (problem !== null)
    return (
      <p role="alert" className={styles.problem}>
        {problem}
      </p>
    )
  if (step.kind === 'reading')
    return <p role="status">{say('import.reading', { file: isolated(step.file) })}</p>
  if (step.kind === 'imported') {
    const { added, changed } = step.counts
    return (
      <div className={styles.deed}>
        <p role="status" className={styles.said}>
          {say('sheet.done', { added, changed })}
        </p>
        <Button onPress={onUndo}>{say('manage.undo')}</Button>
      </div>
    )
  }
  if (step.kind === 'undone') {
    const { changed, skipped } = step.counts
    return (
      <p role="status" className={styles.said}>
        {say('sheet.undone', { count: changed })}{' '}
        {skipped > 0 && say('sheet.undone.left', { count: skipped })}
      </p>
    )
  }
  if (step.kind !== 'seen') return null
  const { file, told, uploadId } = step
  if (told.faultCount > 0) return <SheetFaults file={file} told={told} />
  return <SheetLines key={uploadId} file={file} told={told} onGo={onGo} />
}

function useProblem(step: SheetStep): string | null {
  const say = useSay()
  const formats = useFormats()
  if (step.kind === 'unreadable') return say('import.unreadable', { file: isolated(step.file) })
  if (step.kind === 'too-large') {
    const size = formats.number(Math.floor(UPLOAD_CHARS_MAX / 1_000_000))
    return say('import.tooLarge', { file: isolated(step.file), size })
  }
  if (step.kind !== 'failed') return null
  const { answer } = step
  if (answer.kind === 'refused') return refusalText(answer.refusal, say, formats, 'UTC')
  return say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
}
