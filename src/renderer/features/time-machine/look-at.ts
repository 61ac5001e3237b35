import { timeMachine } from '../../stores/time-machine.ts'
import type { Life } from './use-life.ts'

/** The end of a life that goes on is not an instant: whoever is there stays with it. */
export function lookAt(wantedMs: number, { fromMs, toMs }: Life): void {
  timeMachine.setState({ atMs: wantedMs >= toMs ? null : Math.max(fromMs, wantedMs) })
}
