CREATE INDEX "process_instance_by_startDate" ON "process_instance" ("startDate");
