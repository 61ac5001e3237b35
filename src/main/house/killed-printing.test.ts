import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { BoxOffice } from '../../shared/contract/port.ts'
import { FakePrinter } from '../printing/fake-printer.fixture.ts'
import { makePrinters } from '../printing/printers.ts'
import { linesUntilKilled } from '../killed-process.fixture.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { deskActor, openHouse } from './open-house.ts'
import { quietOptions } from './options.ts'

/** Starting a process takes long on a busy machine. */
const PATIENCE_MS = 180_000
const LIVES = 4
const program = join(import.meta.dirname, 'printing-house.fixture.ts')
/** Tries again until nothing waits. */
async function untilNothingWaits(desk: BoxOffice): Promise<void> {
  await new Promise<void>((resolve) => {
    desk.subscribe({ kind: 'printing' }, (news) => {
      if (news.kind !== 'printing') return
      if (news.jobs.length === 0) resolve()
      for (const { jobId, state } of news.jobs)
        if (state === 'failed') void desk.call('print-again', { jobId, by: null })
    })
  })
}

/** What stands on each paper that came out whole. */
function whole(printer: FakePrinter): readonly string[] {
  return printer.papers.flatMap((printed) => {
    const [first] = printed
    const isWhole = printed.at(-1)?.kind === 'cut'
    return isWhole && first?.kind === 'words' ? [first.text.trim().replace('paper ', '')] : []
  })
}

test(
  '[T2] [C3] a house that is killed while it prints loses no paper that it took, keeps their order, and leaves none lying about',
  async () => {
    const data = tempFolder()
    const printer = await FakePrinter.start()
    onTestFinished(() => printer.stop())
    const answered: string[] = []
    for (let life = 1; life <= LIVES; life += 1)
      // oxlint-disable-next-line no-await-in-loop -- one life after the other
      answered.push(...(await linesUntilKilled(program, [data, String(printer.port), String(life)])))
    const folder = join(data, 'waiting')
    expect(statSync(folder).mode & 0o077).toBe(0)
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0)

    const house = openHouse(quietOptions(data, { demo: false }), 'test', { printers: makePrinters(null) })
    onTestFinished(() => house.close())
    await untilNothingWaits(house.engine.kioskFor(deskActor('desk-1')))
    const came = [...new Set(whole(printer))]
    expect(answered.filter((title) => !came.includes(title))).toEqual([])
    const inOrder = came.toSorted((a, b) => place(a) - place(b))
    expect(came).toEqual(inOrder)
    expect(readdirSync(folder)).toEqual([])
  },
  PATIENCE_MS,
)

function place(title: string): number {
  const [life = 0, count = 0] = title.split('-').map(Number)
  return life * 10_000 + count
}
