-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `block` (
	`show_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`reason` text NOT NULL,
	PRIMARY KEY(`show_id`, `seat_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `change` (
	`change_id` text PRIMARY KEY NOT NULL,
	`change` text NOT NULL,
	`undoes` text,
	`planned_sequence` integer,
	`parts` integer NOT NULL,
	`at_ms` integer NOT NULL,
	`staff_id` integer NOT NULL,
	`kiosk_id` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `change_undone` ON `change` (`undoes`) WHERE undoes IS NOT NULL;--> statement-breakpoint
CREATE TABLE `change_part` (
	`change_id` text NOT NULL,
	`part` integer NOT NULL,
	`from_sequence` integer NOT NULL,
	`to_sequence` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`skipped` integer NOT NULL,
	PRIMARY KEY(`change_id`, `part`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
DROP INDEX `journal_audited`;--> statement-breakpoint
CREATE INDEX `journal_audited` ON `journal` (`kind`) WHERE kind = 'attempt-refused' OR kind = 'booking-cancelled' OR kind = 'booking-deleted' OR kind = 'booking-refunded' OR kind = 'booking-reseated' OR kind = 'cash-moved' OR kind = 'drawer-opened' OR kind = 'entry-saved' OR kind = 'message-asked' OR kind = 'money-returned' OR kind = 'payment-late' OR kind = 'pin-set' OR kind = 'plan-imported' OR kind = 'prices-set' OR kind = 'proof-reviewed' OR kind = 'rows-changed' OR kind = 'seats-blocked' OR kind = 'seats-returned' OR kind = 'seats-unblocked' OR kind = 'shift-closed' OR kind = 'shift-counted' OR kind = 'shift-opened' OR kind = 'sign-in-failed' OR kind = 'staff-signed-in' OR kind = 'staff-signed-out' OR kind = 'tickets-reprinted' OR kind = 'wallet-topped-up';