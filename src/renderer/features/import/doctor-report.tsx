// The plan doctor's findings, in the language of the screen. Owns how a finding and its place are worded;
// must never judge: the house has.

import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Output } from '../../../shared/contract/operations.ts'
import type { FindingView } from '../../../shared/contract/shapes.ts'
import { type FindingLevel, findingCodes } from '../../../shared/domain/plan-import/draft.ts'
import { expected } from '../../../shared/domain/plan-import/expected.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './doctor-report.module.css'

const pictures = { error: CircleAlert, warning: TriangleAlert, note: Info } as const
const order: readonly FindingLevel[] = ['error', 'warning', 'note']
/** Lines of a table, each of which needs fixing: as many as the doctor names. */
const LINES_SHOWN = 50
/** Enough to find the first ones in the file; the count says how many there are. */
const PLACES_SHOWN = 5

interface Props {
  readonly fileName: string
  readonly report: Output<'check-plan'>
}

/** The plan doctor's findings, the most serious first, each with its places. */
export function DoctorReport({ fileName, report }: Props) {
  const say = useSay()
  const sorted = report.findings.toSorted((a, b) => order.indexOf(levelOf(a)) - order.indexOf(levelOf(b)))
  const count = (level: FindingLevel) => sorted.filter((finding) => levelOf(finding) === level).length
  return (
    <section aria-label={say('import.report')} className={styles.report}>
      <h2 className={styles.title}>
        <bdi>{report.name || fileName}</bdi>
      </h2>
      {report.seats > 0 && (
        <p>{say('import.found', { seats: report.seats, sections: report.sections.length })}</p>
      )}
      <p role="status" className={styles.verdict} data-level={count('error') > 0 ? 'error' : 'warning'}>
        {count('error') > 0 && say('import.errors', { count: count('error') })}
        {count('error') === 0 && count('warning') > 0 && say('import.warnings', { count: count('warning') })}
        {count('error') === 0 && count('warning') === 0 && say('import.clean')}
      </p>
      <Findings findings={sorted.filter((finding) => levelOf(finding) !== 'note')} />
      {count('note') > 0 && (
        <details className={styles.notes}>
          <summary>{say('import.notes', { count: count('note') })}</summary>
          <Findings findings={sorted.filter((finding) => levelOf(finding) === 'note')} />
        </details>
      )}
    </section>
  )
}

function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  return (
    <ul className={styles.list}>
      {findings.map((finding) => (
        <Line key={`${finding.code} ${finding.about}`} finding={finding} />
      ))}
    </ul>
  )
}

function Line({ finding }: { readonly finding: FindingView }) {
  const say = useSay()
  const { number } = useFormats()
  const level = levelOf(finding)
  const Picture = pictures[level]
  const shown = finding.places[0]?.line === undefined ? PLACES_SHOWN : LINES_SHOWN
  const places = finding.places.slice(0, shown).map(usePlaceName())
  const words = useFindingText()
  return (
    <li className={styles.line} data-level={level}>
      <Picture size={18} role="img" aria-label={say(`import.level.${level}`)} />
      <div>
        <p>
          {words(finding)}
          {finding.count > 1 && finding.code !== 'category-without-price' && (
            <span className={styles.count}> {say('import.times', { count: number(finding.count) })}</span>
          )}
        </p>
        {places.length > 0 && (
          <p className={styles.places}>
            {places.map(isolated).join(' · ')}
            {finding.count > places.length &&
              ` · ${say('import.more', { count: number(finding.count - places.length) })}`}
          </p>
        )}
      </div>
    </li>
  )
}

function usePlaceName() {
  const say = useSay()
  const { number } = useFormats()
  return ({ section = '', row, seat, path = '', line, column }: FindingView['places'][number]): string => {
    if (line !== undefined && column !== undefined)
      return say('place.cell', { line: number(line), column: isolated(column) })
    if (line !== undefined) return say('place.line', { line: number(line) })
    if (row !== undefined && seat !== undefined) return say('place.seat', { section, row, seat })
    if (row !== undefined) return say('place.row', { section, row })
    return section || path
  }
}

function useFindingText() {
  const say = useSay()
  const { number } = useFormats()
  const expectation = useExpectation()
  return ({ code, about, count }: FindingView): string => {
    const [, found, heading] = /^(\d+) cells, the heading has (\d+)$/.exec(about) ?? []
    if (code === 'malformed' && heading !== undefined)
      return say('finding.cells', { found: number(Number(found)), heading: number(Number(heading)) })
    const text = code === 'malformed' ? expectation(about) : isolated(about)
    return say(`finding.${code}`, { about: about === '' ? 'none' : text, count })
  }
}

const expectations = Object.entries(expected) as [keyof typeof expected, string][]

/** The doctor's own few phrases are translated; a name from the file is shown as it is. */
function useExpectation() {
  const say = useSay()
  const { number } = useFormats()
  return (about: string): string => {
    const [key] = expectations.find(([, phrase]) => phrase === about) ?? []
    if (key) return say(`expected.${key}`)
    const [, min, max] = /^number from (\S+) to (\S+)$/.exec(about) ?? []
    if (max !== undefined)
      return say('expected.between', { min: number(Number(min)), max: number(Number(max)) })
    const [, longest] = /^text of at most (\d+) characters$/.exec(about) ?? []
    if (longest !== undefined) return say('expected.upTo', { longest: number(Number(longest)) })
    return isolated(about)
  }
}

function levelOf({ code }: FindingView): FindingLevel {
  return findingCodes[code]
}
