import { useStore } from 'zustand'
import type { Owed } from '../../door/door-memory.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { connection } from '../../stores/connection.ts'
import { forgetConflict, gate } from '../../stores/gate.ts'
import { Button } from '../../ui/button.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './owed-line.module.css'

/** Says that this door works on its own, what it still has to send to the house, and whom it admitted wrongly. Hidden while all is well. */
export function OwedLine({ zone }: { readonly zone: string }) {
  const say = useSay()
  const { owed } = useStore(gate)
  const { connection: link } = useStore(connection)
  const open = owed.filter(({ conflict }) => conflict === null).length
  const conflicts = owed.filter(({ conflict }) => conflict !== null)
  const isAlone = link === 'lost'
  return (
    <>
      {(isAlone || open > 0) && (
        <p className={styles.alone} role="status">
          {isAlone && say('gate.without')} {open > 0 && say('gate.owed', { count: open })}
        </p>
      )}
      {conflicts.map((one) => (
        <Conflict key={one.commandId} owed={one} zone={zone} />
      ))}
    </>
  )
}

function Conflict({ owed, zone }: { readonly owed: Owed; readonly zone: string }) {
  const say = useSay()
  return (
    <div className={styles.conflict} role="alert">
      <p>{useConflictWords(owed, zone)}</p>
      <Button onPress={() => forgetConflict(owed)}>{say('gate.conflict.seen')}</Button>
    </div>
  )
}

function useConflictWords({ number, scannedAtMs, conflict }: Owed, zone: string): string {
  const say = useSay()
  const formats = useFormats()
  const here = { number: isolated(number), here: formats.clock(scannedAtMs, zone) }
  if (conflict?.answer === 'refused')
    return say('gate.conflict.refused', {
      ...here,
      why: refusalText(conflict.refusal, say, formats, zone),
    })
  if (conflict?.answer === 'used' && conflict.usedAtMs !== null)
    return say('gate.conflict.used', { ...here, there: formats.clock(conflict.usedAtMs, zone) })
  return say('gate.conflict.void', here)
}
