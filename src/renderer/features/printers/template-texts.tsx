import { useState } from 'react'
import type { PaperTemplate } from '../../../shared/domain/paper.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { Field } from '../../ui/field.tsx'
import { useSay } from '../../ui/words.tsx'
import { Check } from './check.tsx'
import type { TemplateProps } from './venue-papers.tsx'

/** The contract's limit. */
const LINES_MAX = 8
const LINE_MAX = 80
const TERMS_MAX = 600

/** The texts of a template: one per line; an entrance follows its section on the same line. */
export function TemplateTexts({ template, onChange }: TemplateProps) {
  const say = useSay()
  return (
    <>
      <Lines label="papers.header" lines={template.header} onLines={(header) => onChange({ header })} />
      <Lines label="papers.footer" lines={template.footer} onLines={(footer) => onChange({ footer })} />
      <Field label={say('papers.tax')}>
        {(ids) => (
          <input
            {...ids}
            maxLength={LINE_MAX}
            value={template.tax}
            onChange={({ currentTarget }) => onChange({ tax: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={say('papers.terms')}>
        {(ids) => (
          <textarea
            {...ids}
            maxLength={TERMS_MAX}
            value={template.terms}
            onChange={({ currentTarget }) => onChange({ terms: currentTarget.value })}
          />
        )}
      </Field>
      <Lines
        label="papers.entrances"
        lines={template.entrances.map(({ section, entrance }) => `${section} = ${entrance}`)}
        most={100}
        onLines={(lines) => onChange({ entrances: entrancesOf(lines) })}
      />
      <Check
        words={say('papers.showsPrice')}
        isOn={template.showsPrice}
        onChange={(showsPrice) => onChange({ showsPrice })}
      />
      <Check
        words={say('papers.showsSeller')}
        isOn={template.showsSeller}
        onChange={(showsSeller) => onChange({ showsSeller })}
      />
    </>
  )
}

interface LinesProps {
  readonly label: MessageId
  readonly lines: readonly string[]
  readonly onLines: (lines: readonly string[]) => void
  readonly most?: number
}

/** The typed text stays as it is; only its lines are saved. */
function Lines({ label, lines, onLines, most = LINES_MAX }: LinesProps) {
  const say = useSay()
  const [text, setText] = useState(lines.join('\n'))
  return (
    <Field label={say(label)}>
      {(ids) => (
        <textarea
          {...ids}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            const typed = currentTarget.value.split('\n').map((line) => line.trim().slice(0, LINE_MAX))
            onLines(typed.filter((line) => line !== '').slice(0, most))
          }}
        />
      )}
    </Field>
  )
}

/** A line without a separator between section and entrance is not complete yet. */
function entrancesOf(lines: readonly string[]): PaperTemplate['entrances'] {
  return lines.flatMap((line) => {
    const at = line.indexOf('=')
    const section = line.slice(0, at).trim()
    const entrance = line.slice(at + 1).trim()
    return at > 0 && section !== '' && entrance !== '' ? [{ section, entrance }] : []
  })
}
