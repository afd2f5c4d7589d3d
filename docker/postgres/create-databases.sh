#!/bin/sh
# One database and one role for each service; no service can connect to another's.
set -eu

create() {
  psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set name="$1" --set password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
}

create customers "$CUSTOMERS_DB_PASSWORD"
create jobs "$JOBS_DB_PASSWORD"
create feedback "$FEEDBACK_DB_PASSWORD"
