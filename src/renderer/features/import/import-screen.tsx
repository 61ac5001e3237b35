// From a file to a show on sale: choose, read the doctor's report, preview, name and price it. One page; nothing is imported until
// the last button, and that imports all or nothing.

import { FileUp } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { UPLOAD_CHARS_MAX } from '../../../shared/contract/limits.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { takeBroughtPlan } from '../../stores/brought-plan.ts'
import { type Uploaded, upload } from '../../stores/upload.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { DoctorReport } from './doctor-report.tsx'
import styles from './import-screen.module.css'
import { PlanPreview } from './plan-preview.tsx'
import { PutOnSale } from './put-on-sale.tsx'

/** By file extension, for the dialog only: the actual format is recognised by content. */
const readFormats = ['.json', '.csv', '.tsv', '.txt', 'application/json', 'text/csv']

export function ImportScreen() {
  const say = useSay()
  const [reading, setReading] = useState<string | null>(null)
  const [fileName, setFileName] = useState('')
  const [uploaded, setUploaded] = useState<Uploaded | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setReading(file.name)
    setFileName(file.name)
    setUploaded(await upload(file))
    setReading(null)
  }
  const takeBrought = useEffectEvent(() => void take(takeBroughtPlan()))
  // oxlint-disable-next-line react/set-state-in-effect -- a plan handed over by another screen is read like a dropped file
  useEffect(() => takeBrought(), [])
  if (reading !== null) return <Waiting text={say('import.reading', { file: isolated(reading) })} />
  return (
    <div className={styles.import}>
      <h1 className={styles.title}>{say('import.title')}</h1>
      <FileChoice hasFile={uploaded !== null} onFile={(file) => void take(file)} />
      {uploaded && uploaded.kind !== 'examined' && <Problem uploaded={uploaded} fileName={fileName} />}
      {uploaded?.kind === 'examined' && (
        <div className={styles.found}>
          <div className={styles.report}>
            <DoctorReport fileName={fileName} report={uploaded.report} />
            {uploaded.report.isImportable && (
              <PutOnSale
                key={uploaded.uploadId}
                uploadId={uploaded.uploadId}
                planName={uploaded.report.name || plainName(fileName)}
                report={uploaded.report}
              />
            )}
          </div>
          {uploaded.report.plan && <PlanPreview plan={uploaded.report.plan} />}
        </div>
      )}
    </div>
  )
}

/** A table contains no name for the plan: the file's name is the nearest. */
function plainName(fileName: string): string {
  return fileName.replace(/\.[a-z]+$/i, '')
}

function FileChoice({
  hasFile,
  onFile,
}: {
  readonly hasFile: boolean
  readonly onFile: (file?: File) => void
}) {
  const say = useSay()
  return (
    <DropZone
      className={styles.drop ?? ''}
      data-small={hasFile || undefined}
      aria-label={say('import.drop')}
      onDrop={({ items }) => {
        const dropped = items.find((item) => item.kind === 'file')
        void dropped?.getFile().then(onFile)
      }}
    >
      <FileUp size={24} aria-hidden />
      <FileTrigger acceptedFileTypes={readFormats} onSelect={(files) => onFile(files?.[0])}>
        <Button look={hasFile ? 'plain' : 'next'}>
          {hasFile ? say('import.another') : say('import.choose')}
        </Button>
      </FileTrigger>
      <span className={styles.intro}>{say('import.drop')}</span>
      {!hasFile && <p className={styles.intro}>{say('import.intro')}</p>}
    </DropZone>
  )
}

type Failed = Exclude<Uploaded, { kind: 'examined' }>

function Problem({ uploaded, fileName }: { readonly uploaded: Failed; readonly fileName: string }) {
  const text = useProblemText(uploaded, fileName)
  return (
    <p className={styles.problem} role="alert">
      {text}
    </p>
  )
}

function useProblemText(uploaded: Failed, fileName: string): string {
  const say = useSay()
  const formats = useFormats()
  const file = isolated(fileName)
  if (uploaded.kind === 'too-large') {
    return say('import.tooLarge', { file, size: formats.number(Math.floor(UPLOAD_CHARS_MAX / 1_000_000)) })
  }
  if (uploaded.kind === 'unreadable') return say('import.unreadable', { file })
  const { answer } = uploaded
  if (answer.kind === 'refused') return refusalText(answer.refusal, say, formats, 'UTC')
  return say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
}
