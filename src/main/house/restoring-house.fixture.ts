// A process that puts a backup in the place of a house and dies before one of its moves. Started by unfinished-restore.test.ts.

import { renameSync } from 'node:fs'
import { restoreHouse } from './restore-house.ts'
import { systemChance, systemClock } from './world.ts'

const [, , data = '', from = '', killedBefore = ''] = process.argv
let moves = 0

function move(source: string, target: string): void {
  if (moves === Number(killedBefore)) process.kill(process.pid, 'SIGKILL')
  moves += 1
  renameSync(source, target)
}

restoreHouse({ data, from, clock: systemClock, chance: systemChance, move })
process.stdout.write(`${moves}`)
