export interface MigratingOrders {
  /** The file of an older version that is laid there first. */
  readonly older: string
  readonly house: string
  /** Of the places before and behind its statements; null: it lives. */
  readonly dieAt: number | null
}

/** What it says where it lives. */
export type Migrated = { readonly places: number } | { readonly refused: string }
