// An X or Z report as blocks, for any paper. Owns the words and their order; must never calculate: the figures are the house's.

import type { Paper, PaperBlock } from '../../../shared/domain/paper.ts'
import { isolated } from '../../messages/isolated.ts'
import { deskName } from '../../stores/desks.ts'
import type { PaperWords } from '../../papers/paper-words.ts'
import { type Report, type ReportPart, type ReportRow, partsOf } from './report-rows.ts'

/** Room for a signature, in characters that every printer has built in. */
const SIGN_HERE = '_'.repeat(18)
/** A blank line: a signature needs more room than print. */
const pen: PaperBlock = { kind: 'line', text: '\n' }

export function reportPaper(told: Report, words: PaperWords): Paper {
  const { say, language, direction } = words
  const { shift, report } = told
  const name = say(isZ(told) ? 'report.z' : 'report.x', { number: shift.number })
  const blocks: readonly PaperBlock[] = [
    { kind: 'title', text: name },
    { kind: 'line', text: report.venue || deskName(shift.kioskId, say) },
    ...note(told, words),
    { kind: 'rule' },
    ...times(told, words),
    { kind: 'rule' },
    ...figures(told, words),
    ...report.currencies.flatMap((one) =>
      partsOf(one, shift.counts).flatMap((part) => partBlocks(part, one.currency, words)),
    ),
    ...end(told, words),
  ]
  return { name, language, direction, blocks }
}

function isZ({ shift }: Report): boolean {
  return shift.state === 'closed'
}

function note(told: Report, { say }: PaperWords): PaperBlock[] {
  if (isZ(told)) return []
  const isBlind = told.report.currencies.some(({ expectedMinor }) => expectedMinor === null)
  return [{ kind: 'line', text: say(isBlind ? 'report.blind' : 'report.xNote'), look: 'quiet' }]
}

function times({ shift, report, closedBy, atMs }: Report, { say, formats }: PaperWords): PaperBlock[] {
  const at = (ms: number, by: string | null) => {
    const time = `${formats.day(ms, report.zone)} ${formats.clock(ms, report.zone)}`
    return by === null ? time : `${time} · ${isolated(by)}`
  }
  const { openedAtMs, closedAtMs, kioskId } = shift
  return [
    pair(say('report.desk'), isolated(deskName(kioskId, say))),
    pair(say('report.opened'), at(openedAtMs, report.openedBy)),
    pair(say(closedAtMs === null ? 'report.drawnUp' : 'report.closed'), at(closedAtMs ?? atMs, closedBy)),
  ]
}

function figures({ report }: Report, { say, formats }: PaperWords): PaperBlock[] {
  const { number } = formats
  return [
    pair(say('report.bookings'), number(report.bookings)),
    pair(say('report.tickets'), number(report.tickets)),
    pair(say('report.first'), report.first ?? say('report.none')),
    pair(say('report.last'), report.last ?? say('report.none')),
    pair(say('report.voids'), number(report.voids)),
    pair(say('report.copies'), number(report.copies)),
    pair(say('report.noSales'), number(report.noSales)),
  ]
}

type Currency = Report['report']['currencies'][number]['currency']

function partBlocks({ title, rows }: ReportPart, currency: Currency, words: PaperWords): PaperBlock[] {
  return [
    { kind: 'rule' },
    { kind: 'line', text: words.say(title), look: 'strong' },
    ...rows.map((row) => rowBlock(row, currency, words)),
  ]
}

function rowBlock(
  { label, count, amountMinor, isSum }: ReportRow,
  currency: Currency,
  { say, formats }: PaperWords,
): PaperBlock {
  const what = typeof label === 'string' ? say(label) : label.name
  const start = count === undefined ? what : `${what} × ${formats.number(count)}`
  const sum = amountMinor === null ? say('report.hidden') : formats.money(amountMinor, currency)
  return { ...pair(start, sum), ...(isSum && { isStrong: true }) }
}

function end(told: Report, { say }: PaperWords): PaperBlock[] {
  const { reason, anchor } = told
  return [
    { kind: 'rule' },
    ...(reason === null || reason === '' ? [] : [pair(say('report.reason'), reason)]),
    ...(isZ(told) ? [pen, pair(say('report.signed'), SIGN_HERE)] : []),
    { kind: 'line', text: say('report.anchor', { sequence: anchor.sequence }), look: 'quiet' },
    { kind: 'line', text: anchor.hash, look: 'quiet' },
  ]
}

function pair(start: string, last: string): Extract<PaperBlock, { kind: 'pair' }> {
  return { kind: 'pair', start, end: last }
}
