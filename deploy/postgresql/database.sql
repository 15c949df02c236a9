-- Nobody sees anything that was not given to them.
REVOKE ALL ON DATABASE interspace FROM PUBLIC;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
