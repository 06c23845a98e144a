CREATE INDEX "variable_by_name_value" ON "variable" ("name", "value") WHERE LENGTH("value") <= 64;
