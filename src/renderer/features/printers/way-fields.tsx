// The fields of one way of printing. Owns a way's default values; the house says whether it is available here.

import { useStore } from 'zustand'
import type { PrintRole } from '../../../shared/domain/paper.ts'
import type { PrintWay, WayName } from '../../../shared/domain/print-ways.ts'
import { printing } from '../../stores/printing.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useSay } from '../../ui/words.tsx'
import { Check } from './check.tsx'
import styles from './printing-form.module.css'

interface Props {
  readonly role: PrintRole
  readonly way: PrintWay
  readonly onWay: (way: PrintWay) => void
}

const names: readonly WayName[] = ['dialog', 'silent', 'pdf', 'escpos']
/** The port on which receipt printers usually listen. */
const USUAL_PORT = 9100
const PORT_MAX = 65_535

const fresh: { readonly [Name in WayName]: Extract<PrintWay, { way: Name }> } = {
  dialog: { way: 'dialog' },
  silent: { way: 'silent', device: '' },
  pdf: { way: 'pdf' },
  escpos: { way: 'escpos', host: '', port: USUAL_PORT, roll: '80mm', tellsState: true },
}

/** Chooses the way, and edits the settings specific to it. */
export function WayFields({ role, way, onWay }: Props) {
  const say = useSay()
  const { ways } = useStore(printing)
  // The browser's own dialog is always available.
  const isHere = (name: WayName) => name === 'dialog' || ways.includes(name)
  const options = names.map((value) => {
    const words = say(`printers.way.${value}`)
    return { value, text: isHere(value) ? words : say('printers.notHere', { way: words }) }
  })
  return (
    <>
      <Select
        label={`${say(`printers.role.${role}`)}: ${say('printers.way')}`}
        value={way.way}
        options={options}
        onChange={(name) => (isHere(name) ? onWay(fresh[name]) : undefined)}
      />
      {way.way === 'silent' && (
        <Field label={say('printers.device')}>
          {(ids) => (
            <input
              {...ids}
              maxLength={120}
              value={way.device}
              onChange={({ currentTarget }) => onWay({ ...way, device: currentTarget.value })}
            />
          )}
        </Field>
      )}
      {way.way === 'escpos' && <NetFields way={way} onWay={onWay} />}
    </>
  )
}

type NetWay = Extract<PrintWay, { way: 'escpos' }>

function NetFields({ way, onWay }: { readonly way: NetWay; readonly onWay: (way: NetWay) => void }) {
  const say = useSay()
  return (
    <>
      <div className={styles.net}>
        <Field label={say('printers.host')}>
          {(ids) => (
            <input
              {...ids}
              dir="ltr"
              required
              maxLength={253}
              placeholder="192.168.1.50"
              value={way.host}
              onChange={({ currentTarget }) => onWay({ ...way, host: currentTarget.value.trim() })}
            />
          )}
        </Field>
        <Field label={say('printers.port')}>
          {(ids) => (
            <input
              {...ids}
              dir="ltr"
              type="number"
              min={1}
              max={PORT_MAX}
              required
              value={way.port}
              onChange={({ currentTarget }) => onWay({ ...way, port: currentTarget.valueAsNumber || 0 })}
            />
          )}
        </Field>
      </div>
      <Field label={say('printers.roll')}>
        {({ id }) => (
          <Select
            id={id}
            label={say('printers.roll')}
            value={way.roll}
            options={(['58mm', '80mm'] as const).map((value) => ({
              value,
              text: say(`papers.sheet.${value}`),
            }))}
            onChange={(roll) => onWay({ ...way, roll })}
          />
        )}
      </Field>
      <Check
        words={say('printers.tellsState')}
        isOn={way.tellsState}
        onChange={(tellsState) => onWay({ ...way, tellsState })}
      />
    </>
  )
}
