// The tools above a table: search, columns, saved views, and clearing every filter. Owns the rendering.

import { Bookmark, Columns3, FileDown, FilterX, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { forgetView, saveView, tableViews } from '../../stores/table-views.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { Popover } from '../popover.tsx'
import { SearchField } from '../search-field.tsx'
import { isolated, useFormats, useSay } from '../words.tsx'
import type { Column } from './column.ts'
import styles from './table.module.css'
import { type View, withColumn } from './view.ts'

interface Props<Row> {
  /** The table's name in saved views. */
  readonly of: string
  readonly search: string
  readonly columns: readonly Column<Row>[]
  readonly view: View
  readonly onView: (view: View) => void
  readonly shown: number
  readonly total: number
  /** Saves what is shown as a file. */
  readonly onSave: () => Promise<void>
}

export function TableTools<Row>({ of, search, columns, view, onView, shown, total, onSave }: Props<Row>) {
  const say = useSay()
  const { number } = useFormats()
  const filters = Object.keys(view.filters).length
  return (
    <div className={styles['tools']}>
      <SearchField label={search} text={view.text} onText={(text) => onView({ ...view, text })} />
      <ColumnChoice {...{ columns, view, onView }} />
      <Views {...{ of, view, onView }} />
      <SaveShown onSave={onSave} />
      {filters > 0 && (
        <Button look="quiet" onPress={() => onView({ ...view, filters: {} })}>
          <FilterX size={16} aria-hidden /> {say('table.filter.clear', { count: filters })}
        </Button>
      )}
      <span className={styles['count']} role="status">
        {shown === total ? number(total) : say('table.count', { shown: number(shown), total: number(total) })}
      </span>
    </div>
  )
}

/** A hundred thousand rows take a second to write: meanwhile the button shows that it is working [E4]. */
function SaveShown({ onSave }: Pick<Props<never>, 'onSave'>) {
  const say = useSay()
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    await onSave()
    setSaving(false)
  }
  return (
    <Button look="quiet" isPending={isSaving} onPress={() => void save()}>
      <FileDown size={16} aria-hidden /> {say('table.save')}
    </Button>
  )
}

function ColumnChoice<Row>({ columns, view, onView }: Pick<Props<Row>, 'columns' | 'view' | 'onView'>) {
  const say = useSay()
  return (
    <DialogTrigger>
      <Button look="quiet">
        <Columns3 size={16} aria-hidden /> {say('table.columns')}
      </Button>
      <Popover label={say('table.columns')} at="start" className={styles['pane']}>
        {columns.map((column) => (
          <label key={column.id} className={styles['choice']}>
            <input
              type="checkbox"
              checked={isShown(column, view)}
              onChange={() => onView(withColumn(view, column.id))}
            />
            {column.head}
          </label>
        ))}
      </Popover>
    </DialogTrigger>
  )
}

export function isShown<Row>({ id, isSpare = false }: Column<Row>, { turned }: View): boolean {
  return isSpare === turned.includes(id)
}

function Views({ of, view, onView }: Pick<Props<never>, 'of' | 'view' | 'onView'>) {
  const say = useSay()
  const { saved } = useStore(tableViews)
  const [name, setName] = useState('')
  const mine = saved.filter((one) => one.of === of)
  const save = () => {
    if (name.trim() === '') return
    saveView({ of, name: name.trim(), view })
    setName('')
  }
  return (
    <DialogTrigger>
      <Button look="quiet">
        <Bookmark size={16} aria-hidden /> {say('table.views')}
      </Button>
      <Popover label={say('table.views')} at="start" className={styles['pane']}>
        {mine.map((one) => (
          <div key={one.name} className={styles['saved']}>
            <Button look="quiet" onPress={() => onView(one.view)}>
              <bdi>{one.name}</bdi>
            </Button>
            <Button
              look="quiet"
              label={say('table.views.forget', { name: isolated(one.name) })}
              onPress={() => forgetView(one)}
            >
              <Trash2 size={16} aria-hidden />
            </Button>
          </div>
        ))}
        <Field label={say('table.views.name')}>
          {(ids) => (
            <input
              {...ids}
              value={name}
              maxLength={60}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
              onKeyDown={({ key }) => (key === 'Enter' ? save() : undefined)}
            />
          )}
        </Field>
        <Button onPress={save} isDisabled={name.trim() === ''}>
          {say('table.views.save')}
        </Button>
      </Popover>
    </DialogTrigger>
  )
}
