// The office's table of shows: sorted, searched, prices edited in place, many changed at once after a dry run. Owns the table;
// what a change does is the house's word.

import { Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { ShowRow } from '../../../shared/contract/shapes.ts'
import { shows } from '../../stores/shows.ts'
import { Waiting } from '../../ui/empty.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useSay } from '../../ui/words.tsx'
import { BulkBar } from './bulk-bar.tsx'
import styles from './manage-screen.module.css'
import { ShowTable } from './show-table.tsx'

export function ManageScreen() {
  const say = useSay()
  const { ready, rows } = useStore(shows)
  const [text, setText] = useState('')
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const search = useRef<HTMLInputElement>(null)
  useKeys({ F2: () => search.current?.focus() })
  const shown = useMemo(() => [...rows.values()].filter((row) => matches(row, text)), [rows, text])
  const chosen = shown.filter((row) => selected.has(String(row.showId)))
  if (!ready) return <Waiting text={say('tonight.loading')} />
  return (
    <div className={styles.manage}>
      <header className={styles.head}>
        <h1 className={styles.title}>{say('manage.title')}</h1>
        <label className={styles.search}>
          <Search size={16} aria-hidden />
          <input
            ref={search}
            type="search"
            aria-label={say('manage.search')}
            placeholder={say('manage.search')}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
      </header>
      <ShowTable rows={shown} selected={selected} onSelect={setSelected} />
      <BulkBar chosen={chosen} onClear={() => setSelected(new Set())} />
    </div>
  )
}

function matches({ title, venue }: ShowRow, text: string): boolean {
  return `${title} ${venue}`.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase())
}
