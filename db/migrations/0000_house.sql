-- Generated from schema.ts by drizzle-kit; STRICT and WITHOUT ROWID are added by hand: drizzle has no word for them.
CREATE TABLE `booking` (
	`booking_id` text PRIMARY KEY NOT NULL,
	`show_id` integer NOT NULL,
	`state` text NOT NULL,
	`purpose` text NOT NULL,
	`cart_id` text NOT NULL,
	`customer_id` integer,
	`kiosk_id` text NOT NULL,
	`staff_id` integer NOT NULL,
	`currency` text NOT NULL,
	`base_minor` integer NOT NULL,
	`discount_minor` integer NOT NULL,
	`fee_minor` integer NOT NULL,
	`total_minor` integer NOT NULL,
	`coupon_code` text,
	`price_version` integer NOT NULL,
	`hold_ms` integer NOT NULL,
	`reserved_at_ms` integer NOT NULL,
	`expires_at_ms` integer NOT NULL,
	`grace_ends_at_ms` integer NOT NULL,
	`extended_at_ms` integer,
	`lapsed_at_ms` integer,
	`confirmed_at_ms` integer,
	`expired_at_ms` integer,
	`cancelled_at_ms` integer,
	`refunded_at_ms` integer,
	FOREIGN KEY (`show_id`) REFERENCES `show`(`show_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `booking_by_end` ON `booking` (`expires_at_ms`) WHERE state = 'reserved' AND lapsed_at_ms IS NULL;--> statement-breakpoint
CREATE INDEX `booking_by_grace` ON `booking` (`grace_ends_at_ms`) WHERE state = 'reserved' AND lapsed_at_ms IS NOT NULL;--> statement-breakpoint
CREATE INDEX `booking_by_cart` ON `booking` (`cart_id`) WHERE state = 'reserved';--> statement-breakpoint
CREATE INDEX `booking_by_coupon` ON `booking` (`coupon_code`) WHERE coupon_code IS NOT NULL;--> statement-breakpoint
CREATE TABLE `claim` (
	`booking_id` text NOT NULL,
	`seat_id` integer NOT NULL,
	`show_id` integer NOT NULL,
	`state` text NOT NULL,
	`line` integer NOT NULL,
	`label` text NOT NULL,
	`section` text NOT NULL,
	`ticket_type_id` integer NOT NULL,
	`ticket_type` text NOT NULL,
	`price_minor` integer NOT NULL,
	`discount_minor` integer NOT NULL,
	`fee_minor` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `seat_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`booking_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_live_claim` ON `claim` (`show_id`,`seat_id`) WHERE state IN ('held', 'sold');--> statement-breakpoint
CREATE TABLE `command` (
	`command_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`input_hash` text NOT NULL,
	`answer` text NOT NULL,
	`at_ms` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `coupon` (
	`code` text PRIMARY KEY NOT NULL,
	`percent` real NOT NULL,
	`discount_max_minor` integer NOT NULL,
	`valid_from_ms` integer NOT NULL,
	`valid_until_ms` integer NOT NULL,
	`active` integer NOT NULL,
	`uses_max` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `customer` (
	`customer_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text NOT NULL,
	`email` text NOT NULL,
	`vip` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `journal` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`show_id` integer,
	`revision` integer,
	`at_ms` integer NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`staff_id` integer NOT NULL,
	`role` text NOT NULL,
	`kiosk_id` text NOT NULL,
	`command_id` text NOT NULL,
	`previous_hash` blob NOT NULL,
	`hash` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_by_show` ON `journal` (`show_id`,`revision`) WHERE show_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `listing` (
	`listing_id` integer PRIMARY KEY NOT NULL,
	`sort` text NOT NULL,
	`title` text NOT NULL,
	`active` integer NOT NULL,
	`terms` text NOT NULL,
	`details` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `payment` (
	`booking_id` text NOT NULL,
	`payment_id` text NOT NULL,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`amount_minor` integer NOT NULL,
	`tendered_minor` integer NOT NULL,
	`change_minor` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `payment_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`booking_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `plan` (
	`plan_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`width` real NOT NULL,
	`height` real NOT NULL,
	`seat_radius` real NOT NULL,
	`sections` text NOT NULL,
	`rows` text NOT NULL,
	`categories` text NOT NULL,
	`areas` text NOT NULL,
	`seats` integer NOT NULL,
	`digest` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `price_list` (
	`show_id` integer NOT NULL,
	`version` integer NOT NULL,
	`prices` text NOT NULL,
	PRIMARY KEY(`show_id`, `version`),
	FOREIGN KEY (`show_id`) REFERENCES `show`(`show_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `revision` (
	`show_id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `seat` (
	`plan_id` integer NOT NULL,
	`seat_id` integer NOT NULL,
	`row` integer NOT NULL,
	`number` text NOT NULL,
	`x` real NOT NULL,
	`y` real NOT NULL,
	`category` integer NOT NULL,
	`flags` integer NOT NULL,
	PRIMARY KEY(`plan_id`, `seat_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`plan_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `show` (
	`show_id` integer PRIMARY KEY NOT NULL,
	`listing_id` integer NOT NULL,
	`venue_id` integer NOT NULL,
	`plan_id` integer NOT NULL,
	`starts_at_ms` integer NOT NULL,
	`sales_close_at_ms` integer NOT NULL,
	`active` integer NOT NULL,
	`claim_policy` text NOT NULL,
	`terms` text NOT NULL,
	`ticket_types` text NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listing`(`listing_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `venue`(`venue_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plan`(`plan_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `show_by_start` ON `show` (`starts_at_ms`);--> statement-breakpoint
CREATE TABLE `staff` (
	`staff_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`active` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `ticket` (
	`booking_id` text NOT NULL,
	`seat_id` integer NOT NULL,
	`number` text NOT NULL,
	`secret` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`booking_id`, `seat_id`),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`booking_id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `ticket_number` ON `ticket` (`number`);--> statement-breakpoint
CREATE TABLE `venue` (
	`venue_id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`currency` text NOT NULL,
	`terms` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `wallet` (
	`wallet_id` integer PRIMARY KEY NOT NULL,
	`customer_id` integer NOT NULL,
	`currency` text NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`customer_id`) ON UPDATE no action ON DELETE no action
) STRICT;
