import type { App } from 'electron'

/** What a locked screen's program ends with to be started again; 0 leaves it ended. The number says “try again later” (sysexits.h). */
export const startAgain = 75

/** Ends the program in order, and has it started again: after an update, at another hub, on files that were put back. */
export function beginAnew(
  app: Pick<App, 'relaunch' | 'quit'>,
  isLocked: boolean,
  image: string | null,
): void {
  // A supervisor ends with a program whatever that has started (a unit's control group), and starts a locked one itself.
  if (!isLocked) {
    // What runs was unpacked from an AppImage, and goes with this process: the image itself is what can be started.
    app.relaunch(image === null ? {} : { execPath: image, args: process.argv.slice(1) })
  }
  app.quit()
}
