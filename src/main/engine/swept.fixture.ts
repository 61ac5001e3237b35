import { assert } from '../../shared/lib/assert.ts'
import type { Store } from '../store/store.ts'

/** [I6] Right after a sweep nothing that has ended is left open; later than that, `checks/claims.ts` allows for a sweep's time. */
export function checkSwept(store: Store, nowMs: number): void {
  for (const booking of store.all('booking')) {
    if (booking.state !== 'reserved') continue
    assert(nowMs < booking.graceEndsAtMs, 'I6 no stuck hold')
    assert(nowMs < booking.expiresAtMs || booking.lapsedAtMs !== null, 'I6 no end that was not recorded')
  }
}
