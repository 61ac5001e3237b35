import { X } from 'lucide-react'
import { useStore } from 'zustand'
import { never } from '../../../shared/lib/assert.ts'
import { missedSeats, refusalText } from '../../messages/refusal-text.ts'
import { type Notice, dropNotice, sale } from '../../stores/sale.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './sale-notice.module.css'

/** What the house said no to, or what others did: which seat, why, and it stays until the next step. */
export function SaleNotice({ zone }: { readonly zone: string }) {
  const say = useSay()
  const { notice } = useStore(sale)
  const text = useNoticeText(zone)
  return (
    <div className={styles.place} role="alert">
      {notice && (
        <div className={styles.notice} data-kind={notice.kind}>
          <p>{text(notice)}</p>
          <Button look="quiet" label={say('notice.close')} onPress={dropNotice}>
            <X size={16} aria-hidden />
          </Button>
        </div>
      )}
    </div>
  )
}

function useNoticeText(zone: string): (notice: Notice) => string {
  const say = useSay()
  const formats = useFormats()
  return (notice) => {
    switch (notice.kind) {
      case 'lost':
        return say('notice.lost', {
          count: notice.seats.length,
          seats: missedSeats(notice.seats, say, formats),
        })
      case 'time-up':
        return say('notice.timeUp', { count: notice.seats.length, seats: formats.seatNames(notice.seats) })
      case 'full':
        return say('notice.full', { limit: notice.limit })
      case 'gone':
        return say('notice.gone', {
          seats: formats.seatNames(notice.seats),
          state: say(`booking.${notice.state}`),
        })
      case 'parked':
        return say('notice.parked')
      case 'refusal':
        return refusalText(notice.refusal, say, formats, zone)
      case 'fault':
        return say(`notice.fault.${notice.reason}`, { incident: notice.incidentId })
      default:
        return never(notice)
    }
  }
}
