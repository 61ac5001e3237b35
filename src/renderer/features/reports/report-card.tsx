// One question: the plot first, the numbers under it, the rows behind each, and its file. Owns how it reads; must never calculate.

import { Download, Printer } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { writeTable } from '../../../shared/domain/reports/table-file.ts'
import { plainTemplate } from '../../../shared/domain/paper.ts'
import { type PaperWords, paperWords } from '../../papers/paper-words.ts'
import { printPapers } from '../../papers/print-paper.ts'
import { sheetOf } from '../../papers/use-sold.ts'
import { printing } from '../../stores/printing.ts'
import { type Lead, reports } from '../../stores/reports.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { saveWorkbook } from '../../ui/workbook.ts'
import { isolated, useSay } from '../../ui/words.tsx'
import styles from './report-card.module.css'
import { ReportPlot } from './report-plot.tsx'
import type { ReportRow, ReportTable } from './report-table.ts'
import { cellsOf } from './table-cells.ts'
import { tablePaper } from './table-paper.ts'
import { useValueText } from './use-value-text.ts'

interface Props {
  readonly table: ReportTable
  /** Controls that vary the question, such as its grouping. */
  readonly children?: ReactNode
  /** Shown instead of columns. */
  readonly drawing?: ReactNode
}

export function ReportCard({ table, children, drawing }: Props) {
  const say = useSay()
  // The PDF way and the system's dialog can produce a PDF; a roll and a printer without a dialog cannot.
  const mayBePdf = useStore(printing, (now) => ['dialog', 'pdf'].includes(now.printing.ways.report.way))
  return (
    <section className={styles.card} aria-label={table.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{table.title}</h2>
        {children}
        <Button
          look="quiet"
          label={say('reports.save', { title: table.title })}
          onPress={() => save(table)}
          isDisabled={table.rows.length === 0}
        >
          <Download size={18} aria-hidden /> CSV
        </Button>
        <Button
          look="quiet"
          label={say('reports.save.xlsx', { title: table.title })}
          onPress={() => saveWorkbook(fileOf(table), cellsOf(table))}
          isDisabled={table.rows.length === 0}
        >
          <Download size={18} aria-hidden /> XLSX
        </Button>
        <Button
          look="quiet"
          label={say(mayBePdf ? 'reports.print.pdf' : 'reports.print', { title: table.title })}
          onPress={() => print(table)}
          isDisabled={table.rows.length === 0}
        >
          <Printer size={18} aria-hidden /> {mayBePdf && 'PDF'}
        </Button>
      </header>
      {table.rows.length === 0 ? (
        <p className={styles.empty}>{say('reports.empty')}</p>
      ) : (
        <>
          {drawing ?? <ReportPlot table={table} />}
          <Numbers table={table} />
        </>
      )}
    </section>
  )
}

function Numbers({ table }: { readonly table: ReportTable }) {
  const { rows, total, columns, rowWords, title } = table
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{rowWords}</th>
            {columns.map(({ words }) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} table={table} row={row} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Line table={table} row={total} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

/** Only its name is in the tab order, and leads to everything that its numbers lead to one by one. */
function Line({ table, row }: { readonly table: ReportTable; readonly row: ReportRow }) {
  const say = useSay()
  const valueText = useValueText(table)
  const { of, count, leadOf, name, values } = row
  const open = (lead: Lead, column?: string) => {
    const title = [table.title, name, ...(column === undefined ? [] : [column])].join(' · ')
    reports.setState({ behind: { title, lead } })
  }
  return (
    <tr>
      <th scope="row">
        {count > 0 ? (
          <button
            type="button"
            className={styles.leads}
            onClick={() => open(leadOf(null))}
            aria-label={say(`reports.behind.${of}`, { name: isolated(name), count })}
          >
            <bdi>{name}</bdi>
          </button>
        ) : (
          <bdi>{name}</bdi>
        )}
      </th>
      {values.map((value, column) => (
        // oxlint-disable-next-line react/no-array-index-key -- a column is identified by its position
        <td key={column} data-below={(value ?? 0) < 0 || undefined}>
          {value !== null && value !== 0 && count > 0 ? (
            <button
              type="button"
              tabIndex={-1}
              className={styles.leads}
              onClick={() => open(leadOf(column), table.columns[column]?.words)}
            >
              {valueText(value, column)}
            </button>
          ) : (
            valueText(value, column)
          )}
        </td>
      ))}
    </tr>
  )
}

/** On this desk's roll printer for reports if there is one, otherwise by the system's dialog, which can also make a PDF of it. */
function print(table: ReportTable): void {
  const words = paperWords({ language: 'screen' })
  const { from, to } = reports.getState()
  const days = words.say('reports.print.days', { from: dayOf(from, words), to: dayOf(to, words) })
  const paper = tablePaper(table, days, words)
  const sheet = sheetOf(printing.getState().printing, 'report', plainTemplate)
  void printPapers('report', [paper], { title: paper.name, sheet })
}

/** A day in the form of a date field, in words. */
function dayOf(text: string, { formats }: PaperWords): string {
  return formats.day(Date.parse(`${text}T00:00:00Z`), 'UTC')
}

function save(table: ReportTable): void {
  const [head = [], ...lines] = cellsOf(table)
  const text = writeTable(head.map(String), lines)
  saveFile({ name: fileOf(table), ending: 'csv', type: 'text/csv', text })
}

/** With the days that it is about: files of two weeks have two names. */
function fileOf({ fileName }: ReportTable): string {
  const { from, to } = reports.getState()
  return `${fileName} ${from} ${to}`
}
