// Changes made in the tables, the newest first, each with its undo [A2]. Owns the list; the house decides whether a change can be
// undone.

import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/contract/operations.ts'
import { hasWayBack } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Waiting } from '../../ui/empty.tsx'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './changes-list.module.css'
import { useChangeText } from './change-text.ts'
import { ChangedRows } from './changed-rows.tsx'
import manage from './manage-screen.module.css'
import { useZone } from './use-currency.ts'
import { useFailedText } from './use-failed-text.ts'

type Head = Output<'change'>['change']

export function ChangesList() {
  const say = useSay()
  const failedText = useFailedText()
  const { heads, isMore, readMore } = useHeads()
  const [problem, setProblem] = useState('')
  const [opened, setOpened] = useState<Head | null>(null)
  const undo = async (changeId: ChangeId) => {
    const answer = await ask('undo-change', { changeId })
    setProblem(answer.kind === 'done' ? '' : failedText(answer))
  }
  if (!heads) return <Waiting text={say('tonight.loading')} />
  return (
    <>
      <header className={manage['head']}>
        <h1 className={manage['title']}>{say('changes.title')}</h1>
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      </header>
      {heads.length === 0 ? (
        <Empty title={say('changes.none')} text={say('changes.none.text')} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is scrolled by the keyboard too
        <section className={styles['list']} aria-label={say('changes.title')} tabIndex={0}>
          <Heads heads={heads} onOpen={setOpened} onUndo={(changeId) => void undo(changeId)} />
          {isMore && <Button onPress={readMore}>{say('changes.more')}</Button>}
        </section>
      )}
      {opened && <ChangedRows head={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

/** Loaded again with every part of a change, whoever made it. */
function useHeads() {
  const [heads, setHeads] = useState<readonly Head[] | null>(null)
  const [isMore, setMore] = useState(false)
  useEffect(() => {
    let isGone = false
    const stop = boxOffice.subscribe({ kind: 'changes' }, () => {
      void ask('changes', { before: null }).then((answer) => {
        if (isGone || answer.kind !== 'done') return
        setHeads(answer.value.changes)
        setMore(answer.value.changes.length > 0)
      })
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])
  const readMore = async () => {
    const before = heads?.at(-1)?.changeId ?? null
    const answer = await ask('changes', { before })
    if (answer.kind !== 'done') return
    setMore(answer.value.changes.length > 0)
    setHeads([...(heads ?? []), ...answer.value.changes])
  }
  return { heads, isMore: isMore && (heads?.length ?? 0) >= SCREEN, readMore: () => void readMore() }
}

/** The house's page size; a shorter page is the last. */
const SCREEN = 50

interface HeadsProps {
  readonly heads: readonly Head[]
  readonly onOpen: (head: Head) => void
  readonly onUndo: (changeId: ChangeId) => void
}

function Heads({ heads, onOpen, onUndo }: HeadsProps) {
  const say = useSay()
  const columns = ['audit.when', 'audit.who', 'audit.what', 'changes.came', 'manage.undo'] as const
  return (
    <table className={table['table']}>
      <TableHead texts={columns.map((id) => say(id))} />
      <tbody>
        {heads.map((head) => (
          <Line key={head.changeId} {...{ head, onOpen, onUndo }} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ head, onOpen, onUndo }: Omit<HeadsProps, 'heads'> & { readonly head: Head }) {
  const say = useSay()
  const zone = useZone()
  const changeText = useChangeText()
  const { day, clock, list } = useFormats()
  const { changed, same, skipped, parts, done, undoneBy, changeId } = head
  const came = [
    say('changes.changed', { count: changed }),
    ...(same > 0 ? [say('manage.dryRun.same', { count: same })] : []),
    ...(skipped > 0 ? [say('manage.dryRun.skipped', { count: skipped })] : []),
  ]
  return (
    <tr>
      <td className={styles['when']}>
        {day(head.atMs, zone)} {clock(head.atMs, zone)}
      </td>
      <td>{head.by === null ? say('audit.nobody') : <bdi>{head.by}</bdi>}</td>
      <td>
        <Button look="quiet" isDisabled={done === 0} onPress={() => onOpen(head)}>
          {changeText(head.change)}
        </Button>
      </td>
      <td>
        {done < parts ? <progress aria-label={say('table.working')} value={done} max={parts} /> : list(came)}
      </td>
      <td>
        {undoneBy !== null && say('changes.undone')}
        {undoneBy === null && hasWayBack(head.change) && (
          <Button look="quiet" isDisabled={done < parts || changed === 0} onPress={() => onUndo(changeId)}>
            {say('manage.undo')}
          </Button>
        )}
      </td>
    </tr>
  )
}
