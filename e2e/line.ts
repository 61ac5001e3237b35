// Calls by name between main's process and the test, over Node's IPC as structured clones. Owns that each is answered, or fails once the
// other end is gone.

type Deeds = Readonly<Record<string, (...args: never[]) => unknown>>

export type Far<There extends Deeds> = {
  readonly [Name in keyof There]: (
    ...args: Parameters<There[Name]>
  ) => Promise<Awaited<ReturnType<There[Name]>>>
}

type Message =
  | { readonly call: number; readonly name: string; readonly args: readonly never[] }
  | { readonly answers: number; readonly value: unknown; readonly problem: string | null }

/** A child process, or this process itself. */
interface End {
  readonly send?: (message: Message, sent: () => void) => unknown
  on(event: 'message', listener: (message: Message) => void): unknown
  on(event: 'disconnect', listener: () => void): unknown
}

/** `sent`: resolves when everything said here so far has been sent. */
export function openLine<There extends Deeds>(
  end: End,
  here: Deeds,
): { readonly far: Far<There>; readonly sent: () => Promise<void> } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let calls = 0
  let last: Promise<void> = Promise.resolve()
  const say = (message: Message) => {
    last = new Promise((resolve) => (end.send ? end.send(message, resolve) : resolve()))
  }
  const answer = async (answers: number, name: string, args: readonly never[]) => {
    try {
      say({ answers, value: await here[name]?.(...args), problem: null })
    } catch (error) {
      say({ answers, value: null, problem: String(error) })
    }
  }
  const far = new Proxy({} as Far<There>, {
    get:
      (_target, name) =>
      (...args: never[]) => {
        const call = (calls += 1)
        const answered = Promise.withResolvers<unknown>()
        waiting.set(call, answered)
        say({ call, name: String(name), args })
        return answered.promise
      },
  })
  const hear = ({ answers, value, problem }: Extract<Message, { answers: number }>) => {
    if (problem === null) waiting.get(answers)?.resolve(value)
    else waiting.get(answers)?.reject(new Error(problem))
    waiting.delete(answers)
  }
  end.on('message', (message) => {
    if ('call' in message) void answer(message.call, message.name, message.args)
    else hear(message)
  })
  end.on('disconnect', () => {
    for (const { reject } of waiting.values()) reject(new Error('the other end is gone'))
  })
  return { far, sent: () => last }
}
