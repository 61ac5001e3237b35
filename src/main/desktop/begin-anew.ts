import type { App } from 'electron'

/**
 * Exit code with which the program of a locked screen asks to be started again; after 0 it stays ended. The number means “try again
 * later” (sysexits.h).
 */
export const startAgain = 75

/** Ends the program in order and has it started again: after an update, after joining a hub, on files that were put back. */
export function beginAnew(
  app: Pick<App, 'relaunch' | 'quit'>,
  isLocked: boolean,
  image: string | null,
): void {
  // A supervisor kills everything that the program has started (a unit's control group), and starts a locked one itself.
  if (!isLocked) {
    // The running program was unpacked from an AppImage and goes away with this process: the image itself is what can be started.
    app.relaunch(image === null ? {} : { execPath: image, args: process.argv.slice(1) })
  }
  app.quit()
}
