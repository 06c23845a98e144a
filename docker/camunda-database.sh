# Sourced once by the image's entry point, when the MariaDB volume is made: the second database, for the Camunda cluster.
docker_process_sql <<SQL
CREATE DATABASE IF NOT EXISTS camunda CHARACTER SET utf8mb4;
CREATE USER IF NOT EXISTS camunda@'%' IDENTIFIED BY '${CAMUNDA_DATABASE_PASSWORD}';
GRANT ALL ON camunda.* TO camunda@'%';
SQL
