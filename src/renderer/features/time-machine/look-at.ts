import { timeMachine } from '../../stores/time-machine.ts'
import type { Life } from './use-life.ts'

/** The end of a life that still goes on is stored as null, not as an instant: whoever is there moves on with it. */
export function lookAt(wantedMs: number, { fromMs, toMs }: Life): void {
  timeMachine.setState({ atMs: wantedMs >= toMs ? null : Math.max(fromMs, wantedMs) })
}
