/** What an error says, for a line at the terminal. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Of a command line that cannot be understood: what is wrong with it, and what to do. */
export function notUnderstood(error: unknown): string {
  // Node's hint how to name a file that begins with a dash says more than what is wrong.
  const said = messageOf(error).replace(/\. To specify a positional.*$/s, '')
  return `${said.replace(/\.?$/, '.')} Try --help.`
}
