// How this desk prints: a way for each kind of paper, configured once. Owns the form; the house says which ways are available.

import { type FormEvent, useState } from 'react'
import { useStore } from 'zustand'
import { type PrintRole, printRoles } from '../../../shared/domain/paper.ts'
import type { Printing, PrintWay } from '../../../shared/domain/print-ways.ts'
import { ask } from '../../box-office.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { printPapers } from '../../papers/print-paper.ts'
import { printing } from '../../stores/printing.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import { Check } from './check.tsx'
import styles from './printing-form.module.css'
import { testPaper } from './test-paper.ts'
import { WayFields } from './way-fields.tsx'

interface Told {
  readonly words: string
  readonly isWrong: boolean
}

export function KioskPrinting() {
  const say = useSay()
  const { printing: saved } = useStore(printing)
  const [draft, setDraft] = useState<Printing | null>(null)
  const { told, save, test } = usePrintingWork(() => setDraft(null))
  const shown = draft ?? saved
  const setWay = (role: PrintRole, way: PrintWay) =>
    setDraft({ ...shown, ways: { ...shown.ways, [role]: way } })
  return (
    <form
      className={styles.part}
      aria-labelledby="kiosk-printing"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save(shown)
      }}
    >
      <h2 id="kiosk-printing">{say('printers.kiosk')}</h2>
      <p className={styles.text}>{say('printers.kiosk.text')}</p>
      {printRoles.map((role) => (
        <fieldset key={role} className={styles.role}>
          <legend>{say(`printers.role.${role}`)}</legend>
          <WayFields role={role} way={shown.ways[role]} onWay={(way) => setWay(role, way)} />
          <div className={styles.steps}>
            <Button
              label={say('printers.test.role', { role: say(`printers.role.${role}`) })}
              isDisabled={draft !== null}
              onPress={() => void test(role)}
            >
              {say('printers.test')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Check
        words={say('printers.automatic')}
        isOn={shown.isAutomatic}
        onChange={(isAutomatic) => setDraft({ ...shown, isAutomatic })}
      />
      <Check
        words={say('printers.drawer')}
        isOn={shown.opensDrawer}
        onChange={(opensDrawer) => setDraft({ ...shown, opensDrawer })}
      />
      <p className={styles.told} data-wrong={told?.isWrong || undefined} role="status">
        {told?.words}
      </p>
      <div className={styles.steps}>
        <Button type="submit" look="next" isDisabled={draft === null}>
          {say('printers.save')}
        </Button>
      </div>
    </form>
  )
}

function usePrintingWork(onSaved: () => void) {
  const say = useSay()
  const formats = useFormats()
  const [told, setTold] = useState<Told | null>(null)
  const save = async (wanted: Printing) => {
    const answer = await ask('set-printing', wanted)
    if (answer.kind === 'done') {
      // The house informs all windows of this desk; this one need not wait for that.
      printing.setState({ printing: wanted })
      onSaved()
      return setTold({ words: say('printers.saved'), isWrong: false })
    }
    const words =
      answer.kind === 'refused'
        ? refusalText(answer.refusal, say, formats, 'UTC')
        : say(`notice.fault.${answer.reason}`, { incident: answer.incidentId })
    setTold({ words, isWrong: true })
  }
  const test = async (role: PrintRole) => {
    const answer = await printPapers(role, [testPaper()], { title: say('printers.test'), sheet: '80mm' })
    setTold(answer.kind === 'done' ? { words: say('printers.tested'), isWrong: false } : null)
  }
  return { told, save, test }
}
