-- Generated from schema.ts by drizzle-kit; STRICT is added by hand: drizzle has no word for it.
CREATE TABLE `messaging` (
	`messaging_id` integer PRIMARY KEY NOT NULL,
	`language` text NOT NULL,
	`mail` text,
	`sms` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `message` (
	`message_id` integer PRIMARY KEY NOT NULL,
	`booking_id` text,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`recipient` text NOT NULL,
	`language` text NOT NULL,
	`cause` integer NOT NULL,
	`state` text NOT NULL,
	`queued_at_ms` integer NOT NULL,
	`due_at_ms` integer NOT NULL,
	`next_at_ms` integer NOT NULL,
	`ends_at_ms` integer,
	`attempts` integer NOT NULL,
	`problem` text,
	`detail` text NOT NULL,
	`ended_at_ms` integer,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`booking_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `message_once` ON `message` (`cause`,`channel`);--> statement-breakpoint
CREATE INDEX `message_by_booking` ON `message` (`booking_id`);--> statement-breakpoint
CREATE INDEX `message_waiting` ON `message` (`next_at_ms`) WHERE state IN ('waiting');--> statement-breakpoint
CREATE INDEX `message_failed` ON `message` (`message_id`) WHERE state IN ('failed');--> statement-breakpoint
DROP INDEX `journal_audited`;--> statement-breakpoint
CREATE INDEX `journal_audited` ON `journal` (`kind`) WHERE kind = 'attempt-refused' OR kind = 'booking-cancelled' OR kind = 'booking-deleted' OR kind = 'booking-refunded' OR kind = 'booking-reseated' OR kind = 'cash-moved' OR kind = 'drawer-opened' OR kind = 'entry-saved' OR kind = 'message-asked' OR kind = 'money-returned' OR kind = 'payment-late' OR kind = 'pin-set' OR kind = 'plan-imported' OR kind = 'prices-set' OR kind = 'proof-reviewed' OR kind = 'seats-returned' OR kind = 'shift-closed' OR kind = 'shift-counted' OR kind = 'shift-opened' OR kind = 'sign-in-failed' OR kind = 'staff-signed-in' OR kind = 'staff-signed-out' OR kind = 'tickets-reprinted' OR kind = 'wallet-topped-up';--> statement-breakpoint
ALTER TABLE `customer` ADD `language` text;