// What the stand-in (in main's process) and the test (which has the browser) tell each other, over Node's IPC as structured
// clones. URLs are as main knows them: `app://guichet/…`.

/** Of a frame that speaks to main. */
export interface SenderFrame {
  readonly url: string
  readonly isMainFrame: boolean
}

/** What main's guards answer, when they are asked; null where main set none. */
export interface GuardAnswers {
  readonly permissionRequest: boolean | null
  readonly permissionCheck: boolean | null
  readonly devicePermission: boolean | null
  readonly windowOpen: string | null
  readonly ownWindowOpen: string | null
  readonly ownWindowIsSandboxed: boolean | null
  readonly willNavigateIsPrevented: boolean
  readonly willRedirectIsPrevented: boolean
  readonly willAttachWebviewIsPrevented: boolean
  readonly willDownloadIsPrevented: boolean
  readonly ownDownloadIsPrevented: boolean
  readonly foreignRequestIsCancelled: boolean
  readonly ownRequestIsCancelled: boolean
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** `isLeaving`: the page itself wants its main frame to go there. */
export interface Asked {
  readonly url: string
  readonly method: string
  readonly isLeaving: boolean
}

export type FromMain =
  | { readonly t: 'window'; readonly width: number; readonly height: number; readonly preload: string }
  | { readonly t: 'load'; readonly url: string }
  | { readonly t: 'to-page'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly t: 'focus' }
  | { readonly t: 'error-box'; readonly title: string; readonly content: string }
  /** null: no such request may be made. */
  | { readonly t: 'answered'; readonly id: number; readonly answered: Answered | null }
  | { readonly t: 'guards'; readonly answers: GuardAnswers }

export type ToMain =
  | {
      readonly t: 'from-page'
      readonly frame: SenderFrame
      readonly channel: string
      readonly args: readonly unknown[]
    }
  | { readonly t: 'asked'; readonly id: number; readonly asked: Asked }
  | { readonly t: 'loaded' }
  | { readonly t: 'window-closed' }
  | { readonly t: 'guards?' }
