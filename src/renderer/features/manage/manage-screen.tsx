// The office's table of shows: sorted, searched, prices edited in place, many changed at once after a dry run. Owns the table;
// what a change does is the house's word.

import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { shows } from '../../stores/shows.ts'
import { Waiting } from '../../ui/empty.tsx'
import { OfficeTabs } from '../../ui/office-tabs.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useSay } from '../../ui/words.tsx'
import { BulkBar } from './bulk-bar.tsx'
import styles from './manage-screen.module.css'
import { ShowTable } from './show-table.tsx'

export function ManageScreen() {
  const say = useSay()
  const { ready, rows } = useStore(shows)
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => [...rows.values()].filter((row) => matches(row, text)), [rows, text])
  const chosen = shown.filter((row) => selected.has(String(row.showId)))
  if (!ready) return <Waiting text={say('tonight.loading')} />
  return (
    <div className={styles.manage}>
      <OfficeTabs />
      <header className={styles.head}>
        <h1 className={styles.title}>{say('manage.title')}</h1>
        <SearchField label={say('manage.search')} text={text} onText={setText} />
      </header>
      <ShowTable rows={shown} selected={selected} onSelect={setSelected} />
      <BulkBar chosen={chosen} onClear={() => setSelected(new Set())} />
    </div>
  )
}

function matches({ title, venue }: ShowRow, text: string): boolean {
  return `${title} ${venue}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())
}
