import type { CommandId } from '../../shared/domain/ids.ts'
import type { OperationName } from '../../shared/contract/operations.ts'

/** What is asked again later under the same id. */
export interface Sent {
  readonly kiosk: string
  readonly name: OperationName
  readonly input: unknown
  readonly commandId: CommandId
}

export interface Call extends Omit<Sent, 'commandId'> {
  /** What it is counted as, where its name says too little. */
  readonly what?: string
  /** Asked when its turn comes: what ran before it in the same commit counts. */
  readonly expect: () => boolean
  readonly apply: (answer: Answered) => void
}

/** What the model takes from an answer: the ids that the house made up, and what the house says it comes to. */
export interface Answered {
  readonly booking?: {
    readonly bookingId: string
    readonly payments: readonly { readonly paymentId: string }[]
  }
  readonly walletId?: number
}
