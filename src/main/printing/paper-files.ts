import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The page of a paper may do nothing but be shown: no script, no net, nothing from anywhere but itself. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'"

/** Puts a document where a browser can open it, for as long as `work` runs. */
export async function withPage<Value>(html: string, work: (file: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-paper-'))
  const file = join(folder, 'paper.html')
  const guarded = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${html}`
  try {
    writeFileSync(file, guarded, { mode: 0o600 })
    return await work(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A new name in the house's folder of papers, readable by its owner alone: who was sold what is private. */
export function newPdf(data: string, role: string, atMs: number): string {
  const folder = join(data, 'papers')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const day = new Date(atMs).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 19)
  return join(folder, `${day}-${role}.pdf`)
}
