import { FileUp } from 'lucide-react'
import { useState } from 'react'
import { DropZone, FileTrigger } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './spreadsheet-screen.module.css'

/** By file extension, for the dialog only: the actual format is recognised by content. */
const readFormats = ['.csv', '.tsv', '.txt', '.xlsx', 'text/csv']

interface Props {
  readonly onFile: (file?: File) => void
  readonly onText: (text: string) => void
}

/** Takes a file, or lines copied out of one. */
export function SheetFile({ onFile, onText }: Props) {
  const say = useSay()
  const [text, setText] = useState('')
  return (
    <div className={styles.ways}>
      <DropZone
        className={styles.drop ?? ''}
        aria-label={say('import.drop')}
        onDrop={({ items }) => {
          const dropped = items.find((item) => item.kind === 'file')
          void dropped?.getFile().then(onFile)
        }}
      >
        <FileUp size={24} aria-hidden />
        <FileTrigger acceptedFileTypes={readFormats} onSelect={(files) => onFile(files?.[0])}>
          <Button look="next">{say('import.choose')}</Button>
        </FileTrigger>
        <span className={styles.quiet}>{say('import.drop')}</span>
      </DropZone>
      <div className={styles.paste}>
        <Field label={say('sheet.paste')}>
          {(ids) => (
            <textarea
              {...ids}
              dir="ltr"
              rows={3}
              spellCheck={false}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <Button isDisabled={text.trim() === ''} onPress={() => onText(text)}>
          {say('sheet.look')}
        </Button>
      </div>
    </div>
  )
}
