// The answer to a ticket, readable from two steps away: by colour, shape and word (its sound is elsewhere). Owns how each looks; must
// never stay when the next ticket comes.

import {
  CircleCheckBig,
  History,
  Loader,
  type LucideIcon,
  OctagonX,
  ScanLine,
  ShieldCheck,
  ShieldQuestionMark,
  Signpost,
} from 'lucide-react'
import { useStore } from 'zustand'
import type { DoorVerdict } from '../../door/door-check.ts'
import { refusalText } from '../../messages/refusal-text.ts'
import { type DoorScan, gate } from '../../stores/gate.ts'
import { shows } from '../../stores/shows.ts'
import { isolated, useFormats, useSay } from '../../ui/words.tsx'
import styles from './door-answer.module.css'

const shapes: Readonly<Record<DoorVerdict['answer'], LucideIcon>> = {
  valid: CircleCheckBig,
  alone: ShieldCheck,
  used: History,
  'wrong-show': Signpost,
  void: OctagonX,
  unknown: OctagonX,
  unchecked: ShieldQuestionMark,
  refused: OctagonX,
}

/** Size of the icon in px: a third of a phone's panel. */
const SIZE = 96

export function DoorAnswerPanel({ zone }: { readonly zone: string }) {
  const say = useSay()
  const { shown, isAsking } = useStore(gate)
  const Shape = shown ? shapes[shown.answer] : isAsking ? Loader : ScanLine
  return (
    <div className={styles.panel} data-answer={shown?.answer ?? (isAsking ? 'asking' : 'ready')}>
      <Shape size={SIZE} strokeWidth={2} aria-hidden />
      <div role="alert" className={styles.words}>
        {shown && (
          <>
            <p className={styles.word}>{say(`gate.answer.${shown.answer}`)}</p>
            <Facts scan={shown} zone={zone} />
          </>
        )}
      </div>
      {!shown && <p className={styles.ready}>{say(isAsking ? 'gate.asking' : 'gate.ready')}</p>}
    </div>
  )
}

function Facts({ scan, zone }: { readonly scan: DoorScan; readonly zone: string }) {
  const say = useSay()
  const formats = useFormats()
  const { answer, label, section, ticketType, usedAtMs, number, refusal, isAlone } = scan
  return (
    <>
      {label && (
        <p className={styles.seat}>
          <bdi>{label}</bdi>
          {section && <bdi>{section}</bdi>}
          {ticketType && <bdi>{ticketType}</bdi>}
        </p>
      )}
      {answer === 'used' && usedAtMs !== null && (
        <p className={styles.more}>
          {say('gate.used.when', {
            day: formats.day(usedAtMs, zone),
            time: formats.clock(usedAtMs, zone),
          })}
        </p>
      )}
      {answer === 'wrong-show' && <RightShow scan={scan} />}
      {answer === 'alone' && <p className={styles.more}>{say('gate.alone')}</p>}
      {answer === 'unchecked' && (
        <p className={styles.more}>{say(isAlone ? 'gate.unchecked.alone' : 'gate.unchecked.fault')}</p>
      )}
      {(answer === 'void' || answer === 'unknown') && (
        <p className={styles.more}>{say(`gate.why.${answer}`)}</p>
      )}
      {refusal && <p className={styles.more}>{refusalText(refusal, say, formats, zone)}</p>}
      {number && <p className={styles.number}>{isolated(number)}</p>}
    </>
  )
}

function RightShow({ scan: { ofShowId } }: { readonly scan: DoorScan }) {
  const say = useSay()
  const { clock, day } = useFormats()
  const show = useStore(shows, ({ rows }) => (ofShowId === null ? undefined : rows.get(ofShowId)))
  if (!show) return null
  const { title, venue, startsAtMs, zone } = show
  return (
    <p className={styles.more}>
      {say('gate.right', {
        title: isolated(title),
        venue: isolated(venue),
        day: day(startsAtMs, zone),
        time: clock(startsAtMs, zone),
      })}
    </p>
  )
}
