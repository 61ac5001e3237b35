// One report on the screen: the X of a running shift, the Z of a closed one, as it prints. Owns the paper's width and the printing.

import { Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { KioskId } from '../../../shared/domain/ids.ts'
import { ask } from '../../box-office.ts'
import { goTo } from '../../stores/screen.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/empty.tsx'
import { Select } from '../../ui/select.tsx'
import { useSteps } from '../../ui/use-steps.ts'
import { useSay } from '../../ui/words.tsx'
import { ReportPaper } from './report-paper.tsx'
import type { Report } from './report-rows.ts'
import styles from './shift-report.module.css'
import { ShiftProblem } from './shift-problem.tsx'
import type { NotDone } from './use-shift.ts'

interface OfShift {
  readonly kioskId: KioskId
  readonly number: number
}

/** Office paper, and the roll of a receipt printer. */
const sheets = ['a4', 'roll'] as const
type Sheet = (typeof sheets)[number]

export function ShiftReportScreen({ kioskId, number }: OfShift) {
  const say = useSay()
  const { report, problem } = useReport(kioskId, number)
  const [sheet, setSheet] = useState<Sheet>('a4')
  const back = () => goTo({ name: 'shift', of: { kioskId, number: null, part: 'report' } })
  useSteps([
    {
      id: 'print',
      words: say('report.print'),
      keys: ['p'],
      run: () => window.print(),
      isOffered: report !== null,
    },
    { id: 'back', words: say('shift.back'), keys: ['Escape'], run: back, isOffered: true },
  ])
  if (problem) return <ShiftProblem problem={problem} zone="UTC" />
  if (!report) return <Waiting text={say('shift.loading')} />
  return (
    <div className={styles.screen}>
      <header className={styles.steps}>
        <Button onPress={back} shortcut="Esc">
          {say('shift.back')}
        </Button>
        <Select<Sheet>
          label={say('report.paper')}
          value={sheet}
          options={sheets.map((value) => ({ value, text: say(`report.paper.${value}`) }))}
          onChange={setSheet}
        />
        {report.shift.counts && (
          <Button onPress={() => goTo({ name: 'shift', of: { kioskId, number, part: 'cash' } })}>
            {say('shift.result.sales')}
          </Button>
        )}
        <Button look="next" shortcut="P" autoFocus onPress={() => window.print()}>
          <Printer size={18} aria-hidden /> {say('report.print')}
        </Button>
      </header>
      <ReportPaper told={report} sheet={sheet} />
    </div>
  )
}

function useReport(kioskId: KioskId, number: number) {
  const [found, setFound] = useState<{ readonly report: Report | null; readonly problem: NotDone | null }>({
    report: null,
    problem: null,
  })
  useEffect(() => {
    let isWanted = true
    void ask('shift-report', { kioskId, number }).then((answer) => {
      if (!isWanted) return
      setFound(
        answer.kind === 'done' ? { report: answer.value, problem: null } : { report: null, problem: answer },
      )
    })
    return () => {
      isWanted = false
    }
  }, [kioskId, number])
  return found
}
