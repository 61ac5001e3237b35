import { useStore } from 'zustand'
import type { Owed } from '../../door/door-memory.ts'
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
  const { clock } = useFormats()
  const { number, scannedAtMs, conflict } = owed
  const here = { number: isolated(number), here: clock(scannedAtMs, zone) }
  const words =
    conflict?.answer === 'used' && conflict.usedAtMs !== null
      ? say('gate.conflict.used', { ...here, there: clock(conflict.usedAtMs, zone) })
      : say('gate.conflict.void', here)
  return (
    <div className={styles.conflict} role="alert">
      <p>{words}</p>
      <Button onPress={() => forgetConflict(owed)}>{say('gate.conflict.seen')}</Button>
    </div>
  )
}
