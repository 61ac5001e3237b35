// [S5] Every kiosk that was ever admitted, with its current state. Owns how a row looks; what its buttons do is up to the screen.

import { Ban, Check, Minus, Pencil, Plug, TriangleAlert } from 'lucide-react'
import { Fragment } from 'react'
import { fingerprint } from '../../../shared/domain/kiosks.ts'
import { Button } from '../../ui/button.tsx'
import table from '../../ui/plain-table.module.css'
import { TableHead } from '../../ui/table-head.tsx'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import type { KioskRow } from './kiosks-screen.tsx'
import styles from './kiosks-screen.module.css'

interface Props {
  readonly rows: readonly KioskRow[]
  readonly onRename: (row: KioskRow) => void
  readonly onShutOut: (row: KioskRow) => void
  readonly onLetIn: (row: KioskRow) => void
}

const columns = [
  'kiosks.name',
  'kiosks.state',
  'kiosks.seen',
  'kiosks.copy',
  'kiosks.version',
  'kiosks.key',
] as const

export function KioskTable({ rows, ...steps }: Props) {
  const say = useSay()
  return (
    <div className={styles.rows}>
      <table className={table['table']}>
        <TableHead texts={columns.map((id) => say(id))} steps={say('kiosks.steps')} />
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.kioskId}>
              <Kiosk row={row} {...steps} />
              <Second row={row} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface KioskProps extends Omit<Props, 'rows'> {
  readonly row: KioskRow
}

function Kiosk({ row, onRename, onShutOut, onLetIn }: KioskProps) {
  const say = useSay()
  return (
    <tr className={row.active ? '' : styles.gone}>
      <th scope="row">
        <bdi>{row.name}</bdi>
      </th>
      <td>
        <Presence row={row} />
      </td>
      <td>
        <Seen row={row} />
      </td>
      <td>
        <Copied row={row} />
      </td>
      <td>
        <bdi>{row.live?.version ?? '–'}</bdi>
      </td>
      <td className={styles.key}>
        <bdi>{fingerprint(row.pin)}</bdi>
      </td>
      <td className={styles.steps}>
        <Button label={say('kiosks.rename.of', { name: isolated(row.name) })} onPress={() => onRename(row)}>
          <Pencil size={16} aria-hidden /> {say('kiosks.rename')}
        </Button>
        {row.active ? (
          <Button
            label={say('kiosks.shutOut.of', { name: isolated(row.name) })}
            onPress={() => onShutOut(row)}
          >
            <Ban size={16} aria-hidden /> {say('kiosks.shutOut')}
          </Button>
        ) : (
          <Button label={say('kiosks.letIn.of', { name: isolated(row.name) })} onPress={() => onLetIn(row)}>
            <Plug size={16} aria-hidden /> {say('kiosks.letIn')}
          </Button>
        )}
      </td>
    </tr>
  )
}

/** By shape first: a tick, a dash, a prohibition sign. */
function Presence({ row: { active, live } }: { readonly row: KioskRow }) {
  const say = useSay()
  const Sign = active ? (live ? Check : Minus) : Ban
  return (
    <span className={styles.presence} data-live={live !== null || undefined}>
      <Sign size={16} aria-hidden /> {say(active ? (live ? 'kiosks.live' : 'kiosks.away') : 'kiosks.out')}
    </span>
  )
}

/**
 * A row below its kiosk, over the full width: a second machine used the same key, so its folder was copied or somebody has its key.
 * Shown until the next start, for whoever looks later.
 */
function Second({ row: { second } }: { readonly row: KioskRow }) {
  const say = useSay()
  const { clock, day } = useFormats()
  if (second === null) return null
  const time = `${day(second.atMs, zone)} ${clock(second.atMs, zone)}`
  return (
    <tr className={styles.second}>
      <td colSpan={columns.length + 1}>
        <p>
          <TriangleAlert size={16} aria-hidden />
          <span>{say('kiosks.second', { address: isolated(second.address), time })}</span>
        </p>
      </td>
    </tr>
  )
}

/** This machine's own zone: kiosks belong to no venue. */
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

function Seen({ row: { live, lastSeenAtMs } }: { readonly row: KioskRow }) {
  const say = useSay()
  const { clock, day } = useFormats()
  if (live) return say('kiosks.seen.now', { address: isolated(live.address) })
  if (lastSeenAtMs === null) return say('kiosks.seen.never')
  return `${day(lastSeenAtMs, zone)} ${clock(lastSeenAtMs, zone)}`
}

/** How up to date its copy of the house is: what it could show if the hub went away now. */
function Copied({ row: { copyBehind } }: { readonly row: KioskRow }) {
  const say = useSay()
  if (copyBehind === null) return say('kiosks.copy.none')
  return copyBehind === 0 ? say('kiosks.copy.whole') : say('kiosks.copy.behind', { count: copyBehind })
}
