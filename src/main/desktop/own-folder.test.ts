import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../temp-folder.fixture.ts'
import { liveIn } from './own-folder.ts'

test('[I42] all that the window keeps is in the house’s folder, for its owner alone, and a crash is told to nobody', () => {
  const data = join(tempFolder(), 'new', 'house')
  const said: unknown[] = []
  const app = { setPath: (name: string, path: string) => void said.push([name, path]) }
  const crashReporter = { start: (options: object) => void said.push(options) }
  liveIn(data, app, crashReporter)
  expect(said).toEqual([
    ['userData', join(data, 'window')],
    ['sessionData', join(data, 'window')],
    ['crashDumps', join(data, 'crashes')],
    expect.objectContaining({ uploadToServer: false }),
  ])
  for (const folder of [data, join(data, 'window'), join(data, 'crashes')])
    expect(statSync(folder).mode & 0o777, folder).toBe(0o700)
})
