// A report as rows of words: which figures the paper shows, in which order. Owns that order; a sum that is not disclosed yet stays
// null.

import type { Output } from '../../../shared/contract/operations.ts'
import type { MessageId } from '../../messages/catalogue.ts'
import { isolated } from '../../messages/isolated.ts'

export type Report = Output<'shift-report'>
type Figures = Report['report']['currencies'][number]

/** `label`: a message id, or a literal name. */
export interface ReportRow {
  readonly label: MessageId | { readonly name: string }
  readonly count?: number
  /** Null: hidden until the count. */
  readonly amountMinor: number | null
  readonly isSum?: boolean
}

export interface ReportPart {
  readonly title: MessageId
  readonly rows: readonly ReportRow[]
}

export function partsOf(figures: Figures, counts: Report['shift']['counts']): readonly ReportPart[] {
  const taken = figures.modes.filter((mode) => mode.taken.count > 0)
  const returned = figures.modes.filter((mode) => mode.returned.count > 0)
  const parts: readonly ReportPart[] = [
    {
      title: 'report.sales',
      rows: [
        { label: 'report.base', amountMinor: figures.baseMinor },
        { label: 'report.discount', amountMinor: negative(figures.discountMinor) },
        { label: 'report.fee', amountMinor: figures.feeMinor },
        { label: 'report.total', amountMinor: figures.totalMinor, isSum: true },
        ...(figures.carried?.count ? [{ label: 'report.carried', ...figures.carried } as const] : []),
      ],
    },
    { title: 'report.modes', rows: taken.map(({ mode, taken: sum }) => ({ label: `mode.${mode}`, ...sum })) },
    {
      title: 'report.returned',
      rows: returned.map(({ mode, returned: sum }) => ({ label: `mode.${mode}`, ...sum })),
    },
    { title: 'report.types', rows: figures.ticketTypes.map(named) },
    { title: 'report.sellers', rows: figures.sellers.map(named) },
    { title: 'report.coupons', rows: figures.coupons.map(named) },
    { title: 'report.drawer', rows: drawerRows(figures, counts) },
  ]
  return parts.filter(({ rows }) => rows.length > 0)
}

function named({ name, count, amountMinor }: Figures['coupons'][number]): ReportRow {
  return { label: { name: isolated(name) }, count, amountMinor }
}

function drawerRows(figures: Figures, counts: Report['shift']['counts']): readonly ReportRow[] {
  const cash = figures.modes.find(({ mode }) => mode === 'CASH')
  const counted = counts?.find(({ currency }) => currency === figures.currency)
  const { foundMinor, floatMinor, topUps, cashIn, cashOut, expectedMinor } = figures
  return [
    ...(foundMinor ? [{ label: 'report.found', amountMinor: foundMinor } as const] : []),
    { label: 'report.float', amountMinor: floatMinor },
    { label: 'report.cashTaken', amountMinor: cash?.taken.amountMinor ?? null },
    { label: 'report.cashReturned', amountMinor: negative(cash?.returned.amountMinor ?? null) },
    { label: 'report.topUps', amountMinor: topUps.amountMinor },
    { label: 'report.in', amountMinor: cashIn.amountMinor },
    { label: 'report.out', amountMinor: negative(cashOut.amountMinor) },
    { label: 'report.expected', amountMinor: expectedMinor, isSum: true },
    ...(counted
      ? ([
          { label: 'report.counted', amountMinor: counted.amountMinor },
          {
            label: 'report.difference',
            amountMinor: counted.amountMinor - counted.expectedMinor,
            isSum: true,
          },
        ] as const)
      : []),
  ]
}

function negative(amountMinor: number | null): number | null {
  return amountMinor === null ? null : 0 - amountMinor
}
