import { auditAreas } from '../../../shared/domain/audit.ts'
import { FIND_TEXT_MAX } from '../../../shared/contract/limits.ts'
import type { StaffRow } from '../../../shared/contract/staff-shapes.ts'
import { boxOffice } from '../../box-office.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import styles from './audit-screen.module.css'
import { dayAt } from './day-instants.ts'
import type { AuditFilter } from './use-audit-log.ts'

const ALL = 'all'

interface Props {
  readonly filter: AuditFilter
  readonly staff: readonly StaffRow[]
  readonly onFilter: (filter: AuditFilter) => void
}

/** The filters of the log: words, kind, person, days. */
export function AuditFilters({ filter, staff, onFilter }: Props) {
  const say = useSay()
  const today = dayAt(boxOffice.hubNowMs())
  const areas = auditAreas.map((area) => ({ value: area, text: say(`audit.area.${area}`) }))
  const people = staff.map(({ staffId, name }) => ({ value: String(staffId), text: name }))
  return (
    <>
      <div className={styles.search}>
        <SearchField
          label={say('audit.search')}
          text={filter.text}
          onText={(text) => onFilter({ ...filter, text: text.slice(0, FIND_TEXT_MAX) })}
        />
      </div>
      <Select<string>
        label={say('audit.area')}
        value={filter.area ?? ALL}
        options={[{ value: ALL, text: say('audit.area.all') }, ...areas]}
        onChange={(value) => onFilter({ ...filter, area: auditAreas.find((area) => area === value) ?? null })}
      />
      <Select<string>
        label={say('audit.who')}
        value={String(filter.staffId ?? ALL)}
        options={[{ value: ALL, text: say('audit.who.all') }, ...people]}
        onChange={(value) => {
          const person = staff.find(({ staffId }) => String(staffId) === value)
          onFilter({ ...filter, staffId: person?.staffId ?? null })
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={say(`audit.${end}`)}
          day={filter[end]}
          onDay={(day) => onFilter({ ...filter, [end]: day })}
          today={today}
          isBeside
          isOptional
        />
      ))}
    </>
  )
}
