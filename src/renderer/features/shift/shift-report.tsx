// One report on the screen: the X of a running shift, the Z of a closed one, as it prints. Owns the sheet, used if the desk has no
// roll printer for reports; must never know a printer.

import { Printer } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { KioskId } from '../../../shared/domain/ids.ts'
import { type PaperSheet as Sheet, paperSheets, plainTemplate } from '../../../shared/domain/paper.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { PaperSheet } from '../../papers/paper-sheet.tsx'
import { paperWords } from '../../papers/paper-words.ts'
import { printPapers } from '../../papers/print-paper.ts'
import { sheetOf } from '../../papers/use-sold.ts'
import { preferences } from '../../stores/preferences.ts'
import { printing } from '../../stores/printing.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { Select } from '../../ui/select.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { reportPaper } from './report-blocks.ts'
import type { Report } from './report-rows.ts'
import styles from './shift-report.module.css'
import { ShiftProblem } from './shift-problem.tsx'
import type { NotDone } from './use-shift.ts'

interface OfShift {
  readonly kioskId: KioskId
  readonly number: number
}

export function ShiftReportScreen(shift: OfShift) {
  const say = useSay()
  const { report, problem } = useReport(shift)
  if (problem) return <ShiftProblem problem={problem} zone="UTC" />
  if (!report) return <Waiting text={say('shift.loading')} />
  return <ShownReport report={report} {...shift} />
}

function ShownReport({ report, kioskId, number }: OfShift & { readonly report: Report }) {
  const say = useSay()
  const { paper, sheet, ownRoll, setSheet } = usePaper(report)
  const back = () => goTo({ name: 'shift', of: { kioskId, number: null, part: 'report' } })
  const print = () => void printPapers('report', [paper], { title: paper.name, sheet })
  useSteps([
    { id: 'print', words: say('report.print'), keys: ['p'], run: print, isOffered: true },
    { id: 'back', words: say('shift.back'), keys: ['Escape'], run: back, isOffered: true },
  ])
  return (
    <div className={styles.screen}>
      <h1 className="visually-hidden">{paper.name}</h1>
      <header className={styles.steps}>
        <Button onPress={back} shortcut="Esc">
          {say('shift.back')}
        </Button>
        {!ownRoll && (
          <Select<Sheet>
            label={say('report.paper')}
            value={sheet}
            options={paperSheets.map((value) => ({ value, text: say(`papers.sheet.${value}`) }))}
            onChange={setSheet}
          />
        )}
        {report.shift.counts && (
          <Button onPress={() => goTo({ name: 'shift', of: { kioskId, number, part: 'cash' } })}>
            {say('shift.result.sales')}
          </Button>
        )}
        <Button look="next" shortcut="P" autoFocus onPress={print}>
          <Printer size={18} aria-hidden /> {say('report.print')}
        </Button>
      </header>
      <div className={styles.paper}>
        <PaperSheet paper={paper} sheet={sheet} />
      </div>
    </div>
  )
}

/** As it will print here: for the roll in this desk's report printer, otherwise for the chosen paper. */
function usePaper(report: Report) {
  const { language } = useStore(preferences)
  const { printing: chosen } = useStore(printing)
  const [wanted, setSheet] = useState<Sheet>(plainTemplate.sheet)
  const paper = useMemo(
    // Rendered again when the screen's language has changed.
    () => ({ language, drawn: reportPaper(report, paperWords({ language: 'screen' })) }).drawn,
    [report, language],
  )
  const ownRoll = chosen.ways.report.way === 'escpos'
  return { paper, ownRoll, setSheet, sheet: sheetOf(chosen, 'report', { ...plainTemplate, sheet: wanted }) }
}

function useReport({ kioskId, number }: OfShift) {
  const [found, setFound] = useState<{ readonly report: Report | null; readonly problem: NotDone | null }>({
    report: null,
    problem: null,
  })
  useEffect(() => {
    let isWanted = true
    const look = async () => {
      const answer = await ask('shift-report', { kioskId, number })
      if (!isWanted) return
      setFound(
        answer.kind === 'done' ? { report: answer.value, problem: null } : { report: null, problem: answer },
      )
    }
    void look()
    // An X becomes the Z when its shift is closed, in whatever window.
    const stop = boxOffice.subscribe({ kind: 'shifts' }, () => void look())
    return () => {
      isWanted = false
      stop()
    }
  }, [kioskId, number])
  return found
}
