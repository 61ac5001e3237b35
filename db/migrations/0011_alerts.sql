-- Generated from schema.ts by drizzle-kit; STRICT is added by hand: drizzle has no word for it.
CREATE TABLE `alert` (
	`alert_id` integer PRIMARY KEY NOT NULL,
	`show_id` integer NOT NULL,
	`kind` text NOT NULL,
	`count` integer NOT NULL,
	`beside` integer NOT NULL,
	`since_ms` integer NOT NULL,
	`raised_at_ms` integer NOT NULL,
	`state` text NOT NULL,
	`until_ms` integer,
	FOREIGN KEY (`show_id`) REFERENCES `show`(`show_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_standing` ON `alert` (`show_id`,`kind`) WHERE state IN ('standing');