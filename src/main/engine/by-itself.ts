import type { Actor } from '../../shared/domain/catalogue.ts'
import type { Context, Decision } from '../../shared/domain/decision.ts'
import type { Answer } from '../../shared/contract/port.ts'

/** Runs something that no desk asked for in the next commit: in the name of the house, or of the person who once asked for it. */
export type ByItself = (
  command: string,
  decide: (context: Context) => Decision<unknown>,
  actor?: Actor,
) => Promise<Answer<unknown>>
