#!/usr/bin/env bash
# The database with a schema and a role for each service, passwords from <SERVICE>_DATABASE_PASSWORD. Once, on an empty
# server: by the image of PostgreSQL at its first start, or by hand with PGHOST, PGUSER and PGPASSWORD of an administrator,
# who need not be a superuser: CREATEDB and CREATEROLE, as managed servers give them, are enough.
set -euo pipefail

sql=${INTERSPACE_SQL:-/interspace}
services=${INTERSPACE_SCHEMAS:-ticket escalation notification rfo keycloak}
export PGUSER=${PGUSER:-${POSTGRES_USER:-postgres}}
run=(psql --no-psqlrc --quiet --set ON_ERROR_STOP=1)

"${run[@]}" --dbname postgres --command 'CREATE DATABASE interspace'
superuser=$("${run[@]}" --dbname postgres --tuples-only --no-align --command 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')
if [ "$superuser" = t ]; then
    "${run[@]}" --dbname interspace --file "$sql/server.sql"
fi
"${run[@]}" --dbname interspace --file "$sql/database.sql"
for service in $services; do
    variable="$(echo "$service" | tr '[:lower:]' '[:upper:]')_DATABASE_PASSWORD"
    "${run[@]}" --dbname interspace --set "service=$service" --set "password=${!variable:?$variable is not set}" \
        --file "$sql/service.sql"
done
