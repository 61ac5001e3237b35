// Writes db/migrations/index.ts: the SQL of every migration as text, so that bundles and plain Node find it without a path.
// Run by `npm run db:generate`; a test fails when the two differ.

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'db', 'migrations')

export function embeddedMigrations(): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'))
  const entries = files.toSorted().map((file) => {
    const statements = readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint')
    return `  { name: ${JSON.stringify(file)}, statements: ${JSON.stringify(statements.map((text) => text.trim()))} },`
  })
  return [
    '// Generated from the .sql files beside it by `npm run db:generate`; never edited.',
    '',
    'export const migrations: readonly { readonly name: string; readonly statements: readonly string[] }[] = [',
    ...entries,
    ']',
    '',
  ].join('\n')
}

if (import.meta.main) writeFileSync(join(folder, 'index.ts'), embeddedMigrations())
