// One new row of the catalogue, submitted from its form: under way, wrong in a column, too near another, failed. Owns these; each
// form maps columns to fields.

import { useEffect, useRef, useState } from 'react'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import type { SheetKind } from '../../../shared/domain/spreadsheet/sheet.ts'
import { type LineRefused, importLine } from './import-line.ts'
import { useFailedText } from './use-failed-text.ts'

export function useNewLine(of: SheetKind) {
  const failedText = useFailedText()
  const [isSaving, setSaving] = useState(false)
  const [wrong, setWrong] = useState<LineRefused | null>(null)
  const [clash, setClash] = useState<string | null>(null)
  const [failed, setFailed] = useState('')
  const form = useRef<HTMLFormElement>(null)
  // Announced and corrected at its own field, which gets the focus.
  useEffect(() => {
    if (wrong) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [wrong])
  /** Returns the change that created it; null if it was not created. */
  const make = async (cells: Readonly<Record<string, string>>): Promise<ChangeId | null> => {
    if (isSaving) return null
    setSaving(true)
    const told = await importLine(of, cells, clash)
    setSaving(false)
    setWrong(told.kind === 'wrong' ? told : null)
    setClash(told.kind === 'clashes' ? told.at : null)
    setFailed(told.kind === 'refused' || told.kind === 'fault' ? failedText(told) : '')
    return told.kind === 'made' ? told.changeId : null
  }
  return { make, form, isSaving, wrong, clash, failed }
}
