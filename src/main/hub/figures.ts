import type { HouseLan } from '../lan/house-lan.ts'
import type { JoinedKiosk } from '../lan/open-kiosk.ts'
import type { Figure } from './metrics.ts'

/** [S3] Metrics for monitoring a hub. Names never change: dashboards are built on them. */
export function figuresOfHouse(
  sequence: number,
  lan: Pick<HouseLan, 'connected' | 'refused'>,
): readonly Figure[] {
  const refused = [...lan.refused].map(([reason, value]) => ({
    name: 'guichet_lan_refused' as const,
    help: 'Who was turned away at the door to the LAN since the start, by reason',
    value,
    reason,
  }))
  return [
    {
      name: 'guichet_journal_sequence',
      help: 'Number of the newest row of the journal',
      value: sequence,
    },
    {
      name: 'guichet_kiosks_connected',
      help: 'Kiosks of the LAN that are connected',
      value: lan.connected,
    },
    ...refused,
  ]
}

/** [SYNC 5.6] Metrics of a kiosk: what its hub does not report about it. */
export function figuresOfKiosk({
  office,
  mirror,
}: Pick<JoinedKiosk, 'office' | 'mirror'>): readonly Figure[] {
  return [
    {
      name: 'guichet_hub_connected',
      help: 'Whether the hub can be reached, 1 or 0',
      value: office.connection === 'open' ? 1 : 0,
    },
    {
      name: 'guichet_copy_sequence',
      help: 'Number of the newest row in the copy of the house',
      value: mirror.sequence,
    },
    {
      name: 'guichet_copy_mismatches',
      help: 'Shows of which the copy said something else than the hub since the start: none, or somebody must look',
      value: mirror.mismatches,
    },
  ]
}
