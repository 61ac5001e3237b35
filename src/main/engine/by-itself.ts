import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Context, Decision } from '../../shared/domain/decision.ts'
import type { Answer } from '../../shared/contract/port.ts'

/** To the engine, in the next commit, what no desk asked for: the house's, or in the name of who asked for it once. */
export type ByItself = (
  command: string,
  decide: (context: Context) => Decision<unknown>,
  actor?: Actor,
) => Promise<Answer<unknown>>
