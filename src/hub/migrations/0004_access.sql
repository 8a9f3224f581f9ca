-- Who sees and does what. Each workspace has a role that may write and one that may only read; a login is let in with
-- GRANT. Whoever owns these tables, and every superuser, sees all workspaces, as a backup does.

-- Whether the current user belongs to this role; false where the role is gone.
CREATE FUNCTION adjacent.belongs_to(role name) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(pg_has_role(current_user, to_regrole(quote_ident(role::text))::oid, 'USAGE'), false)
$$;

ALTER TABLE adjacent.workspace ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjacent.member ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjacent.session ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjacent.line ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjacent.strike ENABLE ROW LEVEL SECURITY;
ALTER TABLE adjacent.taken ENABLE ROW LEVEL SECURITY;

CREATE POLICY sees ON adjacent.workspace FOR SELECT
    USING (adjacent.belongs_to(writers) OR adjacent.belongs_to(readers));

-- The workspaces that this user may read: those whose rows it sees. They are looked up once a statement.
CREATE FUNCTION adjacent.readable() RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(id), '{}') FROM adjacent.workspace
$$;

CREATE FUNCTION adjacent.writable() RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT coalesce(array_agg(id), '{}') FROM adjacent.workspace WHERE adjacent.belongs_to(writers)
$$;

CREATE POLICY sees ON adjacent.member FOR SELECT USING (workspace = ANY ((SELECT adjacent.readable())::uuid[]));
CREATE POLICY sees ON adjacent.session FOR SELECT USING (workspace = ANY ((SELECT adjacent.readable())::uuid[]));
CREATE POLICY sees ON adjacent.line FOR SELECT USING (workspace = ANY ((SELECT adjacent.readable())::uuid[]));
CREATE POLICY sees ON adjacent.strike FOR SELECT USING (workspace = ANY ((SELECT adjacent.readable())::uuid[]));
CREATE POLICY sees ON adjacent.taken FOR SELECT USING (workspace = ANY ((SELECT adjacent.readable())::uuid[]));

-- Who only reads still says that it joined and which strikes it took: a strike is open until every copy is overwritten.
CREATE POLICY joins ON adjacent.member FOR INSERT WITH CHECK (workspace = ANY ((SELECT adjacent.readable())::uuid[]));
CREATE POLICY changes ON adjacent.member FOR UPDATE USING (workspace = ANY ((SELECT adjacent.readable())::uuid[]));
CREATE POLICY takes ON adjacent.taken FOR INSERT WITH CHECK (workspace = ANY ((SELECT adjacent.readable())::uuid[]));

CREATE POLICY adds ON adjacent.session FOR INSERT WITH CHECK (workspace = ANY ((SELECT adjacent.writable())::uuid[]));
CREATE POLICY closes ON adjacent.session FOR UPDATE USING (workspace = ANY ((SELECT adjacent.writable())::uuid[]));
CREATE POLICY adds ON adjacent.line FOR INSERT WITH CHECK (workspace = ANY ((SELECT adjacent.writable())::uuid[]));
CREATE POLICY strikes ON adjacent.line FOR UPDATE USING (workspace = ANY ((SELECT adjacent.writable())::uuid[]));
CREATE POLICY adds ON adjacent.strike FOR INSERT WITH CHECK (workspace = ANY ((SELECT adjacent.writable())::uuid[]));

-- Makes a workspace with its two roles. Where the owner may not make roles, everybody joins with the owner's login.
CREATE FUNCTION adjacent.make_workspace(called text) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    made    uuid := gen_random_uuid();
    stem    text := 'adjacent_' || left(replace(made::text, '-', ''), 12);
    writers text := stem || '_writer';
    readers text := stem || '_reader';
BEGIN
    IF NOT (SELECT r.rolcreaterole OR r.rolsuper FROM pg_roles r WHERE r.rolname = current_user) THEN
        INSERT INTO adjacent.workspace (id, name, writers, readers) VALUES (made, called, current_user, current_user);
        RETURN made;
    END IF;
    EXECUTE format('CREATE ROLE %I NOLOGIN', readers);
    EXECUTE format('CREATE ROLE %I NOLOGIN', writers);
    EXECUTE format('GRANT %I TO %I', readers, writers);
    EXECUTE format('GRANT USAGE ON SCHEMA adjacent TO %I', readers);
    EXECUTE format('GRANT SELECT ON ALL TABLES IN SCHEMA adjacent TO %I', readers);
    EXECUTE format('GRANT INSERT (workspace, name) ON adjacent.member TO %I', readers);
    EXECUTE format('GRANT UPDATE (name, seen, gone) ON adjacent.member TO %I', readers);
    EXECUTE format('GRANT INSERT ON adjacent.taken TO %I', readers);
    EXECUTE format('GRANT INSERT ON adjacent.session, adjacent.line, adjacent.strike TO %I', writers);
    EXECUTE format('GRANT UPDATE (text) ON adjacent.line TO %I', writers);
    EXECUTE format('GRANT UPDATE (closed_at) ON adjacent.session TO %I', writers);
    EXECUTE format('GRANT %I TO %I', writers, current_user);
    INSERT INTO adjacent.workspace (id, name, writers, readers) VALUES (made, called, writers, readers);
    RETURN made;
END
$$;

REVOKE ALL ON FUNCTION adjacent.make_workspace(text) FROM PUBLIC;
