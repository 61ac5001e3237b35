// The table of current holds of all desks [A1]: a manager sees who, where and until when, and releases one or many [H12]. Owns
// nothing else; the house decides what may be released.

import { useMemo } from 'react'
import type { HoldRow } from '../../../shared/contract/row-operations.ts'
import type { BookingId } from '../../../shared/domain/ids.ts'
import { SECOND_MS } from '../../../shared/lib/time.ts'
import { ask } from '../../box-office.ts'
import type { Say } from '../../messages/catalogue.ts'
import { deskName } from '../../stores/desks.ts'
import { useHubNow } from '../../ui/use-hub-now.ts'
import { useFormats, useSay } from '../../ui/words.tsx'
import { unitsText } from './booked-units.ts'
import type { BulkAction } from './bulk-bar.tsx'
import { holdColumns } from './hold-columns.tsx'
import { followBookings } from './follow-rows.ts'
import { KindTable } from './kind-table.tsx'
import { NoWayBack } from './no-way-back.tsx'
import { ReadingRows } from './reading-rows.tsx'
import { ReleaseQuestion } from './release-question.tsx'
import { useZone } from './use-currency.ts'
import { type RowSource, useRows } from './use-rows.ts'
import { useShowNames } from './use-show-names.ts'

const idOf = ({ bookingId }: HoldRow) => bookingId
const source: RowSource<HoldRow> = {
  after: (id) => ask('hold-rows', { after: id as BookingId | null }),
  some: (ids) => ask('hold-rows', { ids: ids as BookingId[] }),
  idOf,
  follow: followBookings,
}
/** The age of a hold is shown in minutes. */
const AGE_MS = 10 * SECOND_MS

export function HoldsTable() {
  const say = useSay()
  const formats = useFormats()
  const zone = useZone()
  const names = useShowNames()
  const nowMs = useHubNow(AGE_MS)
  const { rows, read, failed, readAll, readSome } = useRows(source)
  const columns = useMemo(
    () => holdColumns(say, formats, { names, zone, nowMs }),
    [say, formats, names, zone, nowMs],
  )
  const actions = useMemo(() => actionsOf(say), [say])
  if (!rows) return <ReadingRows {...{ read, failed }} onAgain={readAll} />
  return (
    <KindTable
      of="holds"
      title={say('holds.title')}
      search={say('holds.search')}
      sortedBy="until"
      nameOf={(row) => `${unitsText(row, names, formats)} · ${deskName(row.kioskId, say)}`}
      onChanged={(ids) => void readSome(ids)}
      About={NoWayBack}
      {...{ rows, columns, actions, idOf }}
    />
  )
}

function actionsOf(say: Say): readonly BulkAction[] {
  return [
    {
      id: 'release',
      text: say('holds.release'),
      isNext: true,
      ask: (question) => <ReleaseQuestion {...question} />,
    },
  ]
}
