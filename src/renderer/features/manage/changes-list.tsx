// Changes made in the tables, the newest first, each with its undo [A2]. Owns the list; the house decides whether a change can be
// undone.

import { useEffect, useEffectEvent, useState } from 'react'
import { CHANGES_MAX } from '../../../shared/contract/limits.ts'
import { hasWayBack } from '../../../shared/domain/changes/change.ts'
import type { ChangeId } from '../../../shared/domain/ids.ts'
import { ask, boxOffice } from '../../box-office.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { Unread } from '../../ui/unread.tsx'
import { useFormats, useSay } from '../../ui/words.tsx'
import styles from './changes-list.module.css'
import { useChangeText } from './change-text.ts'
import { ChangedRows } from './changed-rows.tsx'
import { type Head, joined } from './known-changes.ts'
import manage from './manage-screen.module.css'
import { useZone } from './use-currency.ts'
import { useFailedText } from './use-failed-text.ts'

export function ChangesList() {
  const say = useSay()
  const failedText = useFailedText()
  const { known, hasFailed, again, more } = useHeads()
  const [problem, setProblem] = useState('')
  const [opened, setOpened] = useState<Head | null>(null)
  const undo = async (changeId: ChangeId) => {
    const answer = await ask('undo-change', { changeId })
    setProblem(answer.kind === 'done' ? '' : failedText(answer))
  }
  if (!known) return <Unread text={say('tonight.loading')} hasFailed={hasFailed} onAgain={again} />
  const { heads, isMore } = known
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
          {isMore && <Button onPress={more}>{say('changes.more')}</Button>}
        </section>
      )}
      {opened && <ChangedRows head={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

interface Known {
  readonly heads: readonly Head[]
  readonly isMore: boolean
}

/** The page before a change, or the newest; null if the house did not tell. */
async function readHeads(before: ChangeId | null): Promise<Known | null> {
  const answer = await ask('changes', { before })
  if (answer.kind !== 'done') return null
  const { changes } = answer.value
  return { heads: changes, isMore: changes.length === CHANGES_MAX }
}

/** The newest, as far down as the oldest that is known: any of them may be undone by now. */
async function readAsFar(oldest: ChangeId | undefined): Promise<Known | null> {
  let all = await readHeads(null)
  while (all?.isMore && isAbove(all, oldest)) {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next begins
    const next = await readHeads(all.heads.at(-1)?.changeId ?? null)
    all = next && { heads: [...all.heads, ...next.heads], isMore: next.isMore }
  }
  return all
}

function isAbove({ heads }: Known, oldest: ChangeId | undefined): boolean {
  const last = heads.at(-1)
  return oldest !== undefined && last !== undefined && last.changeId > oldest
}

/** Loaded again with every part of a change, whoever made it. */
function useHeads() {
  const [known, setKnown] = useState<Known | null>(null)
  const [turn, setTurn] = useState(0)
  const [failedTurn, setFailedTurn] = useState(-1)
  const look = useEffectEvent(() => readAsFar(known?.heads.at(-1)?.changeId))
  useEffect(() => {
    let isGone = false
    const follow = async () => {
      const read = await look()
      if (isGone) return
      if (read) setKnown((now) => withRead(now, read))
      else setFailedTurn(turn)
    }
    const stop = boxOffice.subscribe({ kind: 'changes' }, () => void follow())
    return () => {
      isGone = true
      stop()
    }
  }, [turn])
  const more = async () => {
    const read = await readHeads(known?.heads.at(-1)?.changeId ?? null)
    if (read) setKnown((now) => withRead(now, read))
  }
  return {
    known,
    hasFailed: failedTurn === turn,
    again: () => setTurn(turn + 1),
    more: () => void more(),
  }
}

function withRead(now: Known | null, read: Known): Known {
  const heads = joined(now?.heads ?? [], read.heads)
  const isFurther = heads.at(-1) === read.heads.at(-1)
  return { heads, isMore: isFurther || !now ? read.isMore : now.isMore }
}

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
