// Starts a house of an older version, as a process of its own that dies at one of its statements. Owns the counting: each
// statement has one place before and one after it; must never change what a statement does.

import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { openDatabase } from '../src/main/store/open-database.ts'
import type { MigratingOrders } from './migrating-orders.ts'

const { older, house, dieAt } = JSON.parse(process.argv[2] ?? '') as MigratingOrders
let place = 0

function pass(): void {
  if (place === dieAt) process.kill(process.pid, 'SIGKILL')
  place += 1
}

/** Puts the older version's file in place, safely on the disk, before anything is opened. */
function lay(): void {
  const bytes = readFileSync(older)
  const file = openSync(house, 'w')
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at)
  fsyncSync(file)
  closeSync(file)
  const folder = openSync(dirname(house), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

lay()
// oxlint-disable-next-line typescript/unbound-method -- each is called with its own database
const { exec, pragma } = Database.prototype
Database.prototype.exec = function counted(sql) {
  pass()
  exec.call(this, sql)
  pass()
  return this
}
Database.prototype.pragma = function counted(text, options) {
  const isWritten = text.startsWith('user_version =')
  if (isWritten) pass()
  const found: unknown = pragma.call(this, text, options)
  if (isWritten) pass()
  return found
}
try {
  openDatabase(house).close()
  console.log(JSON.stringify({ places: place }))
} catch (error) {
  console.log(JSON.stringify({ refused: error instanceof Error ? error.message : String(error) }))
}
