import { defineConfig } from 'drizzle-kit'

// oxlint-disable-next-line import/no-default-export -- drizzle-kit reads its settings from the default export
export default defineConfig({
  dialect: 'sqlite',
  schema: ['db/schema.ts', 'db/schema-sales.ts', 'db/schema-changes.ts', 'db/schema-journal.ts'],
  out: './db/migrations',
})
