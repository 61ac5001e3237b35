import { useSay } from '../../ui/words.tsx'
import type { Trial } from './use-changes.ts'

/** Warns before a change that cannot be undone. */
export function NoWayBack({ trial }: { readonly trial: Trial }) {
  const say = useSay()
  return trial.tried.changes > 0 && <p>{say('holds.noWayBack', { count: trial.tried.changes })}</p>
}
