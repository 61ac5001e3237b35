import { onTestFinished, expect, test } from 'vitest'
import type { CommandId } from '../../shared/domain/ids.ts'
import { tempFolder } from '../temp-folder.fixture.ts'
import { type KeptCommand, KeptCommands, openKioskFile } from './kept-commands.ts'

const asked = (commandId: string): KeptCommand => ({
  commandId: commandId as CommandId,
  name: 'cancel-booking',
  input: { bookingId: commandId, reason: 'گرفته شد' },
  askedAtMs: 1,
})

function open(folder: string): KeptCommands {
  const kept = new KeptCommands(openKioskFile(folder))
  onTestFinished(() => kept.close())
  return kept
}

test('[SYNC 5.2] what was asked and not answered is there after a new start, as it was, in the order of asking', () => {
  const folder = tempFolder()
  const before = open(folder)
  for (const id of ['b', 'a', 'c']) before.put(asked(id))
  before.settle('a' as CommandId, { kind: 'done', value: {} })
  expect(open(folder).open()).toEqual([asked('b'), asked('c')])
})

test('[SYNC 5.2] the same command asked again is one, and one that was answered stays answered', () => {
  const kept = open(tempFolder())
  kept.put(asked('a'))
  kept.put({ ...asked('a'), input: { other: true } })
  expect(kept.open()).toEqual([asked('a')])
  kept.settle('a' as CommandId, { kind: 'done', value: {} })
  kept.put(asked('a'))
  kept.drop('a' as CommandId)
  expect(kept.open()).toEqual([])
})

test('[SYNC 5.3] what was never executed and is wanted by nobody is forgotten', () => {
  const kept = open(tempFolder())
  kept.put(asked('a'))
  kept.drop('a' as CommandId)
  expect(kept.open()).toEqual([])
})

test('[SYNC 5.3] what was asked once is known, answered or not, until it is forgotten', () => {
  const kept = open(tempFolder())
  kept.put(asked('a'))
  kept.put(asked('b'))
  kept.settle('b' as CommandId, { kind: 'done', value: {} })
  kept.drop('a' as CommandId)
  expect(['a', 'b', 'c'].map((id) => kept.has(id as CommandId))).toEqual([false, true, false])
})
