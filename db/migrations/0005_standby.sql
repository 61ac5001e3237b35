-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `standby` (
	`show_id` integer NOT NULL,
	`cart_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`kiosk_id` text NOT NULL,
	`staff_id` integer NOT NULL,
	`count` integer NOT NULL,
	`seat_ids` text,
	`state` text NOT NULL,
	PRIMARY KEY(`show_id`, `cart_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `standby_waiting` ON `standby` (`show_id`,`sequence`) WHERE state IN ('waiting');