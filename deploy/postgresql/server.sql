-- On a server of our own nobody looks into the databases beside ours either. On a managed one they are its provider's, and
-- its administrator, who is no superuser, may not say so.
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
