// How this machine's scanner types, and a place to try it. Owns only the choice; what is scanned while this is open is shown here
// and goes nowhere else.

import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { intervals, prefixes, scannerDialog, scannerSettings } from '../stores/scanner-settings.ts'
import { onScan } from '../stores/scans.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogButtons } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { isolated, useSay } from '../ui/words.tsx'
import styles from './scanner-dialog.module.css'

const NONE = 'none'
/** As printed on keys; scanner manuals call the first two STX and BEL. */
const printed = {
  'Ctrl+KeyB': 'Ctrl+B (STX)',
  'Ctrl+KeyG': 'Ctrl+G (BEL)',
  F13: 'F13',
  F24: 'F24',
  'Shift+Backquote': '~',
} as const

const close = () => scannerDialog.setState({ isOpen: false })

export function ScannerDialog() {
  const say = useSay()
  const { isOpen } = useStore(scannerDialog)
  return (
    <Dialog title={say('scanner.heading')} isOpen={isOpen} onClose={close}>
      <div className={styles.parts}>
        <p>{say('scanner.text')}</p>
        <IntervalChoice />
        <PrefixChoice />
        <Trial />
      </div>
      <DialogButtons>
        <Button look="next" onPress={close} autoFocus>
          {say('app.close')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}

function IntervalChoice() {
  const say = useSay()
  const { intervalMs } = useStore(scannerSettings)
  return (
    <div>
      <Field label={say('scanner.interval')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('scanner.interval')}
            value={String(intervalMs)}
            options={intervals.map((ms) => ({
              value: String(ms),
              text: say('scanner.interval.one', { ms }),
            }))}
            onChange={(value) => {
              const chosen = intervals.find((ms) => String(ms) === value)
              if (chosen) scannerSettings.setState({ intervalMs: chosen })
            }}
          />
        )}
      </Field>
      <p className={styles.hint}>{say('scanner.interval.hint')}</p>
    </div>
  )
}

function PrefixChoice() {
  const say = useSay()
  const { prefix } = useStore(scannerSettings)
  return (
    <div>
      <Field label={say('scanner.prefix')}>
        {({ id }) => (
          <Select<string>
            id={id}
            label={say('scanner.prefix')}
            value={prefix ?? NONE}
            options={[
              { value: NONE, text: say('scanner.prefix.none') },
              ...prefixes.map((one) => ({ value: one, text: printed[one] })),
            ]}
            onChange={(value) =>
              scannerSettings.setState({ prefix: prefixes.find((one) => one === value) ?? null })
            }
          />
        )}
      </Field>
      <p className={styles.hint}>{say('scanner.prefix.hint')}</p>
    </div>
  )
}

function Trial() {
  const say = useSay()
  const [read, setRead] = useState<string | null>(null)
  useEffect(() => onScan(setRead, true), [])
  return (
    <p className={styles.trial} role="status" data-read={read !== null || undefined}>
      {read === null ? say('scanner.try') : say('scanner.try.read', { text: isolated(read) })}
    </p>
  )
}
