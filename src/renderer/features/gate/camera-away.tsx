import { useEffect, useEffectEvent, useRef } from 'react'
import { useStore } from 'zustand'
import { connection } from '../../stores/connection.ts'
import { Button } from '../../ui/button.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './camera-view.module.css'

/** The code that reads camera pictures is loaded from the house, and that failed. Retried at a press, and when the house is back. */
export function CameraAway({ onAgain }: { readonly onAgain: () => void }) {
  const say = useSay()
  const isThere = useStore(connection).connection === 'open'
  const wasThere = useRef(isThere)
  const again = useEffectEvent(onAgain)
  useEffect(() => {
    if (isThere && !wasThere.current) again()
    wasThere.current = isThere
  }, [isThere])
  return (
    <div className={styles.camera} data-state="away">
      <div className={styles.away} role="status">
        <p>{say('gate.camera.away')}</p>
        <Button onPress={onAgain}>{say('app.again')}</Button>
      </div>
    </div>
  )
}
