-- One schema and one role for a service. The role owns its schema, finds its tables there without a prefix, and sees
-- nothing else. Variables as psql has them: service, password.
CREATE ROLE :"service" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION PASSWORD :'password';
ALTER ROLE :"service" SET search_path = :"service";
ALTER ROLE :"service" SET idle_in_transaction_session_timeout = '60s';
GRANT CONNECT ON DATABASE interspace TO :"service";
-- Who is no superuser, as the administrator of a managed server, gives a schema only to a role that he is a member of.
GRANT :"service" TO CURRENT_USER;
CREATE SCHEMA IF NOT EXISTS :"service" AUTHORIZATION :"service";
REVOKE :"service" FROM CURRENT_USER;
