CREATE INDEX `variable_by_name_value` ON `variable` (`name`, `value`(64));
