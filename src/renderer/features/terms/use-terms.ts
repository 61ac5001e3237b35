// The terms of one row: its own values, the inherited ones, what is typed, which shows that would affect, done and undone. Owns these
// while the screen is open; the effect of a change is decided by the house.

import { useEffect, useState } from 'react'
import type { Input, Output } from '../../../shared/contract/operations.ts'
import type { Answer } from '../../../shared/contract/port.ts'
import type { TermsLevel } from '../../../shared/contract/terms-operations.ts'
import type { TermsPlace } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { type SettableTerm, settableTerms } from '../../../shared/domain/terms.ts'
import type { Currency } from '../../../shared/lib/money.ts'
import { ask } from '../../box-office.ts'
import { type TermValue, readTerm, typedText } from './term-values.ts'

export type Failed = Exclude<Answer<unknown>, { kind: 'done' }>
type Patch = Input<'preview-terms'>['set']

/** As typed; empty for the inherited value. */
type Edits = Readonly<Partial<Record<SettableTerm, string>>>

export interface TermsDone {
  readonly changeId: ChangeId
  readonly isUndone: boolean
}

export interface TermsRow {
  readonly at: TermsPlace
  readonly id: number
}

/** A value and where it is set. */
export interface Inherited {
  readonly value: TermValue
  readonly from: TermsLevel
}

export function useTerms(row: TermsRow, currency: Currency) {
  const { told, failed: unread, readAgain } = useTold(row)
  const [edits, setEdits] = useState<Edits>({})
  const [done, setDone] = useState<TermsDone | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  const { patch, wrong } = read(edits, told, currency)
  const touched = useTouched(row, patch)
  const type = (name: SettableTerm, text: string) => {
    setDone(null)
    setFailed(null)
    setEdits((before) => ({ ...before, [name]: text }))
  }
  const settle = (answer: Answer<Output<'change-rows'>>, isUndone: boolean) => {
    if (answer.kind !== 'done') return setFailed(answer)
    setFailed(null)
    setEdits({})
    setDone({ changeId: answer.value.changeId, isUndone })
    return readAgain()
  }
  const save = async () => {
    const change = { of: 'terms', at: row.at, set: patch } as const
    settle(await ask('change-rows', { change, rows: { ids: [row.id] } }), false)
  }
  const undo = async () => {
    if (done) settle(await ask('undo-change', { changeId: done.changeId }), true)
  }
  return {
    told,
    textOf: (name: SettableTerm) => edits[name] ?? ownText(told, name, currency),
    type,
    wrong,
    mayChange: Object.keys(patch).length > 0 && wrong.size === 0,
    touched,
    save: () => void save(),
    undo: () => void undo(),
    done,
    failed: failed ?? unread,
  }
}

export type TermsWork = ReturnType<typeof useTerms>

/** What applies to a row without a value of its own: one value for all of its chains, or several. */
export function inheritedOf({ chains }: Output<'terms-of'>, name: SettableTerm): readonly Inherited[] {
  const found = chains.flatMap((chain): Inherited[] => {
    const from = chain.findLast(({ terms }) => terms[name] !== undefined)
    const value = from?.terms[name]
    return from && value !== undefined ? [{ value, from }] : []
  })
  const known = new Map(found.map((one) => [`${String(one.value)} ${one.from.at} ${one.from.id}`, one]))
  return [...known.values()]
}

function ownText(told: Output<'terms-of'> | null, name: SettableTerm, currency: Currency): string {
  const value = told?.own.terms[name]
  return value === undefined ? '' : typedText(name, value, currency)
}

function read(
  edits: Edits,
  told: Output<'terms-of'> | null,
  currency: Currency,
): { readonly patch: Patch; readonly wrong: ReadonlySet<SettableTerm> } {
  const wrong = new Set<SettableTerm>()
  const set: [SettableTerm, TermValue | null][] = []
  for (const name of settableTerms) {
    const text = edits[name]?.trim()
    if (text === undefined || text === ownText(told, name, currency)) continue
    const value = text === '' ? null : readTerm(name, text, currency)
    if (text !== '' && value === null) wrong.add(name)
    else set.push([name, value])
  }
  return { patch: Object.fromEntries(set), wrong }
}

function useTold({ at, id }: TermsRow) {
  const [told, setTold] = useState<Output<'terms-of'> | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isCurrent = true
    void readTurn(at, id, turn).then((answer) => {
      if (!isCurrent) return
      if (answer.kind === 'done') setTold(answer.value)
      else setFailed(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [at, id, turn])
  return { told, failed, readAgain: () => setTurn((before) => before + 1) }
}

/** Loaded again with each turn. */
function readTurn(at: TermsPlace, id: number, _turn: number): Promise<Answer<Output<'terms-of'>>> {
  return ask('terms-of', { at, id })
}

/** Null if not loaded yet, or if nothing would change. */
function useTouched({ at, id }: TermsRow, patch: Patch): Output<'preview-terms'> | null {
  const [touched, setTouched] = useState<Output<'preview-terms'> | null>(null)
  const text = JSON.stringify(patch)
  useEffect(() => {
    let isCurrent = true
    const set = JSON.parse(text) as Patch
    const none = Object.keys(set).length === 0
    void (none ? Promise.resolve(null) : ask('preview-terms', { at, id, set })).then((answer) => {
      if (isCurrent) setTouched(answer?.kind === 'done' ? answer.value : null)
    })
    return () => {
      isCurrent = false
    }
  }, [at, id, text])
  return touched
}
