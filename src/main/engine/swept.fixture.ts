import { holdEndMs, payEndMs } from '../../shared/domain/booking.ts'
import { assert } from '../../shared/lib/assert.ts'
import type { Store } from '../store/store.ts'

/**
 * [I6] Right after a sweep nothing that has ended may be left open; `checks/claims.ts`, which runs at any time, allows for a sweep's delay.
 */
export function checkSwept(store: Store, nowMs: number): void {
  for (const booking of store.all('booking')) {
    if (booking.state !== 'reserved') continue
    const payments = booking.payments ?? []
    assert(nowMs < payEndMs({ ...booking, payments }), 'I6 no stuck hold')
    const hasEnded = nowMs >= holdEndMs({ ...booking, payments })
    assert(!hasEnded || booking.lapsedAtMs !== null, 'I6 no end that was not recorded')
  }
}
