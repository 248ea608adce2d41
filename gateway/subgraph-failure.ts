/** Why a service gave no usable answer; the only thing of it that a client learns. */
export type FailureReason = 'UNREACHABLE' | 'TIMEOUT' | 'TOO_LARGE' | 'BAD_ANSWER';

/** A service gave no usable answer. The message is for the log: it may name addresses and causes. */
export class SubgraphFailure extends Error {
  override readonly name = 'SubgraphFailure';

  constructor(
    readonly reason: FailureReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
