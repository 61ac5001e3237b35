import type { CommandId } from '../../shared/domain/ids.ts'
import type { OperationName } from '../../shared/contract/operations.ts'

/** A command that was sent, to be sent again later under the same id. */
export interface Sent {
  readonly kiosk: string
  readonly name: OperationName
  readonly input: unknown
  readonly commandId: CommandId
}

export interface Call extends Omit<Sent, 'commandId'> {
  /** The name it is counted under, if the command's name says too little. */
  readonly what?: string
  /** Evaluated when its turn comes, since what ran before it in the same commit counts. */
  readonly expect: () => boolean
  readonly apply: (answer: Answered) => void
}

/** What the model takes from an answer: ids that the house made up, and sums that it states. */
export interface Answered {
  readonly booking?: {
    readonly bookingId: string
    readonly payments: readonly { readonly paymentId: string }[]
  }
  readonly walletId?: number
}
