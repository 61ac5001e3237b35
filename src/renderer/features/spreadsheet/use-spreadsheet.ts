// A spreadsheet on its way out of the house and back into it: read, sent, looked at by the house, imported. Owns those steps; what a
// line does is the house's word.

import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { SheetKind } from '../../../shared/domain/spreadsheet/sheet.ts'
import { UPLOAD_CHARS_MAX } from '../../../shared/contract/limits.ts'
import { ask } from '../../box-office.ts'
import { saveFile } from '../../ui/save-file.ts'
import { readText, sendText } from '../../stores/send-text.ts'

type Failed = Exclude<Answer<unknown>, { kind: 'done' }>

export type SheetStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'too-large' | 'unreadable'; readonly file: string }
  | { readonly kind: 'failed'; readonly answer: Failed }
  | {
      readonly kind: 'seen'
      readonly file: string
      readonly uploadId: string
      readonly told: Output<'preview-sheet'>
    }
  | { readonly kind: 'imported'; readonly counts: Output<'import-sheet'> }

const none: SheetStep = { kind: 'none' }

export function useSpreadsheet(of: SheetKind) {
  const [step, setStep] = useState<SheetStep>(none)
  const look = async (text: string, file: string) => {
    setStep({ kind: 'reading', file })
    setStep(await seenOf(of, text, file))
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    setStep({ kind: 'reading', file: file.name })
    // Looked at before it is read: it may be anything.
    const text = file.size > UPLOAD_CHARS_MAX ? undefined : await readText(file)
    if (typeof text === 'string') await look(text, file.name)
    else setStep({ kind: text === null ? 'unreadable' : 'too-large', file: file.name })
  }
  const bring = async () => {
    if (step.kind !== 'seen') return
    const answer = await ask('import-sheet', { of, uploadId: step.uploadId, seen: step.told.seen })
    setStep(answer.kind === 'done' ? { kind: 'imported', counts: answer.value } : { kind: 'failed', answer })
  }
  const save = async () => {
    const failed = await saveAll(of)
    if (failed) setStep({ kind: 'failed', answer: failed })
  }
  return { step, look, take, bring, save, leave: () => setStep(none) }
}

async function seenOf(of: SheetKind, text: string, file: string): Promise<SheetStep> {
  const sent = await sendText(text)
  if (sent.kind !== 'done') return { kind: 'failed', answer: sent }
  const uploadId = sent.value
  const answer = await ask('preview-sheet', { of, uploadId })
  return answer.kind === 'done'
    ? { kind: 'seen', file, uploadId, told: answer.value }
    : { kind: 'failed', answer }
}

/** Page by page: the house sells between two of them. */
async function saveAll(of: SheetKind): Promise<Failed | null> {
  const texts: string[] = []
  let after: Input<'export-sheet'>['after'] = null
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next begins
    const page: Answer<Output<'export-sheet'>> = await ask('export-sheet', { of, after })
    if (page.kind !== 'done') return page
    texts.push(page.value.text)
    after = page.value.next
  } while (after !== null)
  saveFile({ name: of, ending: 'csv', type: 'text/csv', text: texts.join('') })
  return null
}
