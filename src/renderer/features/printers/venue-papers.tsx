// The texts on a venue's tickets and receipts, with a live preview. Owns the form; the papers are drawn where all papers are.

import { type FormEvent, useEffect, useState } from 'react'
import { type PaperTemplate, paperSheets, plainTemplate } from '../../../shared/domain/paper.ts'
import type { Output } from '../../../shared/contract/operations.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { languages } from '../../messages/languages.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { PaperPreview } from './paper-preview.tsx'
import styles from './printing-form.module.css'
import { TemplateTexts } from './template-texts.tsx'

type Venue = Output<'house'>['venues'][number]

export function VenuePapers() {
  const say = useSay()
  const { venues, templates, keep } = useVenues()
  const [venueId, setVenueId] = useState<number | null>(null)
  const venue = venues.find((one) => one.venueId === venueId) ?? venues[0]
  if (!venue) return null
  return (
    <section className={styles.part} aria-labelledby="venue-papers">
      <h2 id="venue-papers">{say('papers.title')}</h2>
      <p className={styles.text}>{say('papers.text')}</p>
      <Field label={say('papers.venue')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('papers.venue')}
            value={String(venue.venueId)}
            options={venues.map((one) => ({ value: String(one.venueId), text: one.name }))}
            onChange={(chosen) => setVenueId(Number(chosen))}
          />
        )}
      </Field>
      <TemplateForm
        key={venue.venueId}
        venue={venue}
        saved={templates.get(venue.venueId) ?? plainTemplate}
        onSaved={keep}
      />
    </section>
  )
}

function useVenues() {
  const [venues, setVenues] = useState<readonly Venue[]>([])
  const [templates, setTemplates] = useState<ReadonlyMap<number, PaperTemplate>>(new Map())
  useEffect(() => {
    void Promise.all([ask('house', {}), ask('papers', {})]).then(([house, papers]) => {
      if (papers.kind === 'done')
        setTemplates(new Map(papers.value.papers.map((one) => [one.venueId, one.template])))
      if (house.kind === 'done') setVenues(house.value.venues)
    })
  }, [])
  const keep = (venueId: number, template: PaperTemplate) =>
    setTemplates(new Map([...templates, [venueId, template]]))
  return { venues, templates, keep }
}

interface FormProps {
  readonly venue: Venue
  readonly saved: PaperTemplate
  readonly onSaved: (venueId: number, template: PaperTemplate) => void
}

function TemplateForm({ venue, saved, onSaved }: FormProps) {
  const say = useSay()
  const formats = useFormats()
  const [template, setTemplate] = useState(saved)
  const [told, setTold] = useState<{ readonly words: string; readonly isWrong: boolean } | null>(null)
  const change = (part: Partial<PaperTemplate>) => setTemplate({ ...template, ...part })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await ask('set-paper', { venueId: venue.venueId, template })
    if (answer.kind === 'done') {
      onSaved(venue.venueId, template)
      return setTold({ words: say('printers.saved'), isWrong: false })
    }
    const words =
      answer.kind === 'refused'
        ? refusalText(answer.refusal, say, formats, venue.zone)
        : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
    setTold({ words, isWrong: true })
  }
  return (
    <div className={styles.two}>
      <form className={styles.fields} onSubmit={(event) => void save(event)}>
        <SheetAndLanguage template={template} onChange={change} />
        <TemplateTexts template={template} onChange={change} />
        <p className={styles.told} data-wrong={told?.isWrong || undefined} role="status">
          {told?.words}
        </p>
        <div className={styles.steps}>
          <Button type="submit" look="next">
            {say('papers.save')}
          </Button>
        </div>
      </form>
      <PaperPreview venue={venue} template={template} />
    </div>
  )
}

export interface TemplateProps {
  readonly template: PaperTemplate
  readonly onChange: (part: Partial<PaperTemplate>) => void
}

function SheetAndLanguage({ template, onChange }: TemplateProps) {
  const say = useSay()
  const spoken = [
    { value: 'screen' as const, text: say('papers.language.screen') },
    ...languages.map(({ code, name }) => ({ value: code, text: name })),
  ]
  return (
    <div className={styles.net}>
      <Field label={say('papers.language')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('papers.language')}
            value={template.language}
            options={spoken}
            onChange={(language) => onChange({ language })}
          />
        )}
      </Field>
      <Field label={say('papers.sheet')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('papers.sheet')}
            value={template.sheet}
            options={paperSheets.map((value) => ({ value, text: say(`papers.sheet.${value}`) }))}
            onChange={(sheet) => onChange({ sheet })}
          />
        )}
      </Field>
    </div>
  )
}
