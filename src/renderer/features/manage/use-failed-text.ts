import { refusalText } from '../../messages/refusal-text.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import type { Failed } from './run-changes.ts'
import { useZone } from './use-currency.ts'

/** Why the house did not do it, in words. */
export function useFailedText(): (failed: Failed) => string {
  const say = useSay()
  const formats = useFormats()
  const zone = useZone()
  return (failed) =>
    failed.kind === 'refused'
      ? refusalText(failed.refusal, say, formats, zone)
      : say(`notice.fault.${failed.reason}`, { incident: failed.incidentId })
}
