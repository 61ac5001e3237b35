import { never } from '../../shared/lib/assert.ts'
import type { ShiftEvent } from '../../shared/domain/shift-events.ts'
import { type Row, type Write, change, put } from './rows.ts'

/** [A5] What an event does to the shifts of the drawers. */
export function shiftWrites(event: ShiftEvent, { sequence, atMs }: Row<'journal'>): Write[] {
  switch (event.type) {
    case 'shift-opened': {
      const { kioskId, number, openedBy, floats } = event
      const opened = { openedBy, openedSequence: sequence, openedAtMs: atMs, floats }
      const rest = { counts: null, closedSequence: null, closedAtMs: null }
      return [put('shift', { kioskId, number, state: 'open', ...opened, ...rest })]
    }
    case 'shift-counted':
      return [change('shift', keyOf(event), { state: 'counted', counts: event.counts })]
    case 'shift-closed':
      return [change('shift', keyOf(event), { state: 'closed', closedSequence: sequence, closedAtMs: atMs })]
    case 'cash-moved':
    case 'drawer-opened':
      return []
    default:
      return never(event)
  }
}

function keyOf({ kioskId, number }: Pick<Row<'shift'>, 'kioskId' | 'number'>) {
  return { kioskId, number }
}
