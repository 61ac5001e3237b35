// From a file to a show on sale: choose, read the doctor's report, see it, name it, price it. One page, nothing imported until
// the last button, and nothing half imported by it.

import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { UPLOAD_CHARS_MAX } from '../../../shared/contract/limits.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { Waiting } from '../../ui/empty.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import { DoctorReport } from './doctor-report.tsx'
import styles from './import-screen.module.css'
import { PlanPreview } from './plan-preview.tsx'
import { PutOnSale } from './put-on-sale.tsx'
import { type Uploaded, upload } from './upload.ts'

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
              <PutOnSale key={uploaded.uploadId} uploadId={uploaded.uploadId} report={uploaded.report} />
            )}
          </div>
          {uploaded.report.plan && <PlanPreview plan={uploaded.report.plan} />}
        </div>
      )}
    </div>
  )
}

function FileChoice({
  hasFile,
  onFile,
}: {
  readonly hasFile: boolean
  readonly onFile: (file?: File) => void
}) {
  const say = useSay()
  const [isOver, setOver] = useState(false)
  return (
    <label
      className={styles.drop}
      data-over={isOver || undefined}
      data-small={hasFile || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFile(event.dataTransfer.files[0])
      }}
    >
      <FileUp size={24} aria-hidden />
      <span>
        <strong>{hasFile ? say('import.another') : say('import.choose')}</strong> {say('import.drop')}
      </span>
      {!hasFile && <span className={styles.intro}>{say('import.intro')}</span>}
      <input
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        onChange={({ currentTarget }) => onFile(currentTarget.files?.[0])}
      />
    </label>
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
