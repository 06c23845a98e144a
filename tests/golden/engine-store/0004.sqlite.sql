CREATE INDEX "user_task_item_by_rowKey" ON "user_task_item" ("rowKey");
