// Exporting and importing a spreadsheet: read, sent, checked by the house, imported. Owns those steps; what a line does is decided by
// the house.

import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { SheetKind } from '../../../shared/domain/spreadsheet/sheet.ts'
import { UPLOAD_CHARS_MAX } from '../../../shared/contract/limits.ts'
import { ask } from '../../box-office.ts'
import { saveFile } from '../../ui/save-file.ts'
import { readText, sendText } from '../../stores/send-text.ts'
import { isXlsx, readXlsx } from './read-xlsx.ts'
import { saveWorkbook } from '../../ui/workbook.ts'
import { cellsOf } from './sheet-cells.ts'

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
  | { readonly kind: 'undone'; readonly counts: Output<'undo-change'> }

const none: SheetStep = { kind: 'none' }

export const sheetForms = ['csv', 'xlsx'] as const
export type SheetForm = (typeof sheetForms)[number]

export function useSpreadsheet(of: SheetKind) {
  const [step, setStep] = useState<SheetStep>(none)
  const look = async (text: string, file: string) => {
    setStep({ kind: 'reading', file })
    setStep(await seenOf(of, text, file))
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    setStep({ kind: 'reading', file: file.name })
    const text = await textOf(file)
    if (typeof text === 'string') await look(text, file.name)
    else setStep({ kind: text.problem, file: file.name })
  }
  const bring = async () => {
    if (step.kind !== 'seen') return
    const answer = await ask('import-sheet', { of, uploadId: step.uploadId, seen: step.told.seen })
    setStep(answer.kind === 'done' ? { kind: 'imported', counts: answer.value } : { kind: 'failed', answer })
  }
  const undo = async () => {
    if (step.kind !== 'imported') return
    const answer = await ask('undo-change', { changeId: step.counts.changeId })
    setStep(answer.kind === 'done' ? { kind: 'undone', counts: answer.value } : { kind: 'failed', answer })
  }
  const save = async (form: SheetForm) => {
    const failed = await saveAll(of, form)
    if (failed) setStep({ kind: 'failed', answer: failed })
  }
  return { step, look, take, bring, undo, save, leave: () => setStep(none) }
}

/** The table as text, from a text file or a workbook, recognised by its first bytes. */
async function textOf(file: File): Promise<string | { readonly problem: 'too-large' | 'unreadable' }> {
  // The size is checked before reading: it may be any file.
  if (file.size > UPLOAD_CHARS_MAX) return { problem: 'too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isXlsx(bytes)) return (await readText(file)) ?? { problem: 'unreadable' }
  const read = await readXlsx(bytes)
  if (read === 'too-large') return { problem: read }
  return read?.text ?? { problem: 'unreadable' }
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

/** Page by page, so that the house can sell in between. */
async function saveAll(of: SheetKind, form: SheetForm): Promise<Failed | null> {
  const texts: string[] = []
  let after: Input<'export-sheet'>['after'] = null
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
    const page: Answer<Output<'export-sheet'>> = await ask('export-sheet', { of, after })
    if (page.kind !== 'done') return page
    texts.push(page.value.text)
    after = page.value.next
  } while (after !== null)
  const text = texts.join('')
  if (form === 'csv') saveFile({ name: of, ending: form, type: 'text/csv', text })
  else saveWorkbook(of, cellsOf(text))
  return null
}
