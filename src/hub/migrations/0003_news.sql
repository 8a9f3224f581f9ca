-- Whoever listens hears which session changed, and reads by (session, seq). Row level security does not cover
-- notifications, so each workspace has a channel of its own, whose name cannot be guessed.

CREATE FUNCTION adjacent.tell(workspace uuid, session text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog AS $$
    SELECT pg_notify('adjacent_' || replace(workspace::text, '-', ''), session)
$$;

CREATE FUNCTION adjacent.session_came() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM adjacent.tell(NEW.workspace, NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER session_came AFTER INSERT OR UPDATE ON adjacent.session
    FOR EACH ROW EXECUTE FUNCTION adjacent.session_came();

-- One notification a statement, however many lines it brings.
CREATE FUNCTION adjacent.rows_came() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM adjacent.tell(f.workspace, f.session)
       FROM (SELECT DISTINCT c.workspace, c.session FROM came c) f;
    RETURN NULL;
END
$$;

CREATE TRIGGER lines_came AFTER INSERT ON adjacent.line
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION adjacent.rows_came();

CREATE TRIGGER strikes_came AFTER INSERT ON adjacent.strike
    REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION adjacent.rows_came();
