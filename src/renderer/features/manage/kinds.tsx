import { useStore } from 'zustand'
import { tablePlaces } from '../../stores/places.ts'
import { proofs } from '../../stores/proofs.ts'
import { type ManageKind, goTo, manageKinds } from '../../stores/screen.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './kinds.module.css'

/** The list of tables: a rail beside the table if there is room, otherwise a line above it. */
export function Kinds({ now }: { readonly now: ManageKind }) {
  const say = useSay()
  const { number } = useFormats()
  const { waiting } = useStore(proofs)
  return (
    <nav aria-label={say('table.kinds')} className={styles['kinds']}>
      {manageKinds.map((kind) => (
        <a
          key={kind}
          href={`#/manage/${kind}`}
          onClick={() => goTo({ name: 'manage', kind })}
          aria-current={kind === now ? 'page' : undefined}
        >
          {say(tablePlaces[kind])}
          {kind === 'proofs' && waiting > 0 && <span className={styles['count']}>{number(waiting)}</span>}
        </a>
      ))}
    </nav>
  )
}
