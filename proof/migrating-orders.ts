export interface MigratingOrders {
  /** The older version's file, which is copied to `house` first. */
  readonly older: string
  readonly house: string
  /** The place, of those before and after its statements, at which it dies; null: it survives. */
  readonly dieAt: number | null
}

/** What it reports if it survives. */
export type Migrated = { readonly places: number } | { readonly refused: string }
