import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../src/main/temp-folder.fixture.ts'

test('[house] packages are put into no folder that has something in it, as what lies there is replaced', () => {
  const folder = tempFolder()
  const letter = join(folder, 'letter.txt')
  writeFileSync(letter, 'dear')
  const words = [join(import.meta.dirname, 'package.ts'), '--built', '--out', folder]
  const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect([status, stdout.trim()]).toEqual([
    2,
    `--out takes a new or an empty folder: there is something in ${folder}. Try --help.`,
  ])
  expect(existsSync(letter)).toBe(true)
})
