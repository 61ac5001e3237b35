-- Generated from schema.ts by drizzle-kit; STRICT is added by hand: drizzle has no word for it.
CREATE TABLE `password` (
	`staff_id` integer PRIMARY KEY NOT NULL,
	`salt` blob NOT NULL,
	`digest` blob NOT NULL,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`staff_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
DROP INDEX `journal_audited`;--> statement-breakpoint
CREATE INDEX `journal_audited` ON `journal` (`kind`) WHERE kind = 'attempt-refused' OR kind = 'booking-cancelled' OR kind = 'booking-deleted' OR kind = 'booking-refunded' OR kind = 'booking-reseated' OR kind = 'cash-moved' OR kind = 'drawer-opened' OR kind = 'entry-saved' OR kind = 'house-restored' OR kind = 'kiosk-left' OR kind = 'message-asked' OR kind = 'money-returned' OR kind = 'password-set' OR kind = 'payment-late' OR kind = 'pin-set' OR kind = 'plan-imported' OR kind = 'prices-set' OR kind = 'proof-reviewed' OR kind = 'rows-changed' OR kind = 'seats-blocked' OR kind = 'seats-returned' OR kind = 'seats-unblocked' OR kind = 'shift-closed' OR kind = 'shift-counted' OR kind = 'shift-opened' OR kind = 'show-replanned' OR kind = 'sign-in-failed' OR kind = 'staff-signed-in' OR kind = 'staff-signed-out' OR kind = 'tickets-reprinted' OR kind = 'wallet-topped-up';