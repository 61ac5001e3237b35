// `npm run export`: writes a plan of a house to a file [L4]. Owns the command line; reads only, so that the house may be open.

import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { PlanId } from '../src/shared/domain/ids.ts'
import { draftOfPlan } from '../src/shared/domain/plan-import/draft-of-plan.ts'
import { writePretixPlan } from '../src/shared/domain/plan-import/write-pretix.ts'
import { writeSeatTable } from '../src/shared/domain/plan-import/write-csv.ts'
import type { Plan } from '../src/shared/domain/seat-plan/plan.ts'
import { defaultDataFolder } from '../src/main/house/data-folder.ts'
import { openForReading } from '../src/main/store/open-for-reading.ts'
import { planOf } from '../src/main/store/plan-rows.ts'
import { SqliteStore } from '../src/main/store/sqlite-store.ts'
import { messageOf, notUnderstood } from './said-of-errors.ts'

const helpText = `Writes a seating plan of a house into a file; changes nothing in the house, which may be open.

  npm run export -- --plan N [options]

  --data DIR       the house's data folder (default ${defaultDataFolder()})
  --plan N         which plan; left out, the plans are listed
  --format FORMAT  pretix: seating-plan JSON with all that is drawn, but no marks of seats (the default)
                   csv: a table of the seats with their marks, but nothing else that is drawn
  --out FILE       where to (default: a file named after the plan, here; - is the terminal)
  --help           this text`

const formats = {
  pretix: { write: writePretixPlan, ending: 'json' },
  csv: { write: writeSeatTable, ending: 'csv' },
} as const

interface Wish {
  readonly data: string
  readonly planId: PlanId | null
  readonly format: keyof typeof formats
  readonly out: string | undefined
}

export interface Outlets {
  readonly say: (line: string) => void
  /** Takes the file itself, where it goes to the terminal. */
  readonly put: (text: string) => void
}

/** Returns the exit code: 0 written (or listed), 1 not there, 2 not understood. */
export function exportPlan(args: readonly string[], { say, put }: Outlets): number {
  const wish = readWish(args)
  if ('said' in wish) return said(say, wish.said, wish.code)
  const file = join(wish.data, 'house.db')
  if (!existsSync(file)) return said(say, `✗ There is no house in ${wish.data}.`, 1)
  try {
    return exportFrom(file, wish, { say, put })
  } catch (error) {
    return said(say, `✗ ${messageOf(error)}`, 1)
  }
}

function exportFrom(file: string, wish: Wish, { say, put }: Outlets): number {
  const db = openForReading(file)
  try {
    const store = new SqliteStore(db)
    if (wish.planId === null) return list(store, say)
    const plan = planOf(store, wish.planId)
    if (!plan) return said(say, `✗ The house has no plan ${wish.planId}. Without --plan they are listed.`, 1)
    return write(plan, wish, { say, put })
  } finally {
    db.close()
  }
}

function readWish(args: readonly string[]): Wish | { readonly said: string; readonly code: number } {
  try {
    const text = { type: 'string' } as const
    const options = { data: text, plan: text, format: text, out: text, help: { type: 'boolean' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const { data = defaultDataFolder(), plan, format = 'pretix', out } = values
    if (values.help) return { said: helpText, code: 0 }
    if (!isFormat(format)) return { said: `--format takes pretix or csv, not “${format}”.`, code: 2 }
    if (plan !== undefined && !/^[1-9]\d{0,8}$/.test(plan))
      return { said: `--plan takes the number of a plan, not “${plan}”.`, code: 2 }
    return { data, planId: plan === undefined ? null : (Number(plan) as PlanId), format, out }
  } catch (error) {
    return { said: notUnderstood(error), code: 2 }
  }
}

function isFormat(text: string): text is keyof typeof formats {
  return Object.hasOwn(formats, text)
}

function list(store: SqliteStore, say: Outlets['say']): number {
  for (const { planId, name, seats } of store.all('plan'))
    say(`${planId}  ${name}: ${seats.toLocaleString('en')} seats`)
  return 0
}

function write(plan: Plan, { format, out }: Wish, { say, put }: Outlets): number {
  const text = formats[format].write(draftOfPlan(plan))
  if (out === '-') {
    put(text)
    return 0
  }
  // npm runs this in the project's folder, wherever the user stands who names the file.
  const file = resolve(process.env['INIT_CWD'] ?? '', out ?? fileName(plan.name, formats[format].ending))
  writeFileSync(file, text)
  return said(
    say,
    `✓ plan ${plan.planId} “${plan.name}”: ${plan.count.toLocaleString('en')} seats, into ${file}`,
    0,
  )
}

/** Without characters that some file systems do not allow. */
function fileName(name: string, ending: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()
  return `${plain === '' ? 'plan' : plain}.${ending}`
}

function said(say: (line: string) => void, line: string, code: number): number {
  say(line)
  return code
}

if (import.meta.main)
  process.exitCode = exportPlan(process.argv.slice(2), {
    say: (line) => console.log(line),
    put: (text) => process.stdout.write(text),
  })
