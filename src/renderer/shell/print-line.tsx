// Papers that failed to print, over every screen until somebody decides about them: their sales are complete. Owns the words and
// the buttons; must never take a key from a sale.

import { Printer } from 'lucide-react'
import { useStore } from 'zustand'
import { type PrintRole, printRoles } from '../../shared/domain/paper.ts'
import type { Printing } from '../../shared/domain/print-ways.ts'
import { dropPrint, forgetFile, forgetUnsent, printAgain, printing } from '../stores/printing.ts'
import { Button } from '../ui/button.tsx'
import { isolated, useSay } from '../ui/words.tsx'
import styles from './print-line.module.css'

export function PrintLine() {
  return (
    <>
      <UnsentLine />
      <QueueLine />
    </>
  )
}

/** Not in any queue: it is printed again from where it was. */
function UnsentLine() {
  const say = useSay()
  const { unsent } = useStore(printing)
  if (unsent === null) return null
  const problem = say(unsent.isFull ? 'print.full' : 'print.notTaken')
  return (
    <div className={styles.line} role="alert">
      <Printer size={20} aria-hidden />
      <p>{say('print.failed', { title: isolated(unsent.title), problem })}</p>
      <div className={styles.steps}>
        <Button look="quiet" onPress={forgetUnsent}>
          {say('print.seen')}
        </Button>
      </div>
    </div>
  )
}

function QueueLine() {
  const say = useSay()
  const { jobs, printing: chosen, file } = useStore(printing)
  const failed = jobs.find(({ state }) => state === 'failed')
  if (!failed) return file === null ? null : <SavedLine file={file} />
  const { jobId, role, title, problem } = failed
  const behind = jobs.filter(({ state }) => state === 'waiting').length
  const facts = { title: isolated(title), problem: say(`print.problem.${problem ?? 'failed'}`) }
  return (
    <div className={styles.line} role="alert">
      <Printer size={20} aria-hidden />
      <p>
        {say('print.failed', facts)} {behind > 0 && say('print.waiting', { count: behind })}
      </p>
      <div className={styles.steps}>
        <Button look="next" onPress={() => printAgain(jobId, null)}>
          {say('print.tryAgain')}
        </Button>
        {othersOf(chosen, role).map((other) => (
          <Button key={other} onPress={() => printAgain(jobId, other)}>
            {say('print.other', { role: say(`printers.role.${other}`) })}
          </Button>
        ))}
        <Button look="quiet" onPress={() => dropPrint(jobId)}>
          {say('print.leave')}
        </Button>
      </div>
    </div>
  )
}

/** This kiosk's receipt printers in other places: what is laid out for one roll can be printed on another. */
function othersOf({ ways }: Printing, role: PrintRole): readonly PrintRole[] {
  const own = ways[role]
  if (own.way !== 'escpos') return []
  return printRoles.filter((one) => {
    const way = ways[one]
    const isElsewhere = way.way === 'escpos' && (way.host !== own.host || way.port !== own.port)
    return one !== role && isElsewhere
  })
}

function SavedLine({ file }: { readonly file: string }) {
  const say = useSay()
  return (
    <div className={styles.line} data-good role="status">
      <Printer size={20} aria-hidden />
      <p>{say('print.saved', { file: isolated(file) })}</p>
      <div className={styles.steps}>
        <Button look="quiet" onPress={forgetFile}>
          {say('print.seen')}
        </Button>
      </div>
    </div>
  )
}
