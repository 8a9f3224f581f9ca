-- What the database refuses by itself: a line out of order, a line that is not chained to the one above, a second line in
-- the same place (the primary key), and every change of a line that is no strike.
--
-- Each function names its own search path: a writer could otherwise put an operator of its own before those of the system.

CREATE FUNCTION adjacent.line_is_chained() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    mark_above text;
BEGIN
    IF NEW.seq = 1 THEN
        SELECT s.seal INTO mark_above FROM adjacent.session s
         WHERE s.workspace = NEW.workspace AND s.id = NEW.session;
    ELSE
        SELECT l.seal INTO mark_above FROM adjacent.line l
         WHERE l.workspace = NEW.workspace AND l.session = NEW.session AND l.seq = NEW.seq - 1;
    END IF;
    IF mark_above IS NULL THEN
        RAISE EXCEPTION 'line % of % comes out of order: the line above is not here', NEW.seq, NEW.session
            USING ERRCODE = 'LN001';
    END IF;
    IF mark_above <> NEW.above THEN
        RAISE EXCEPTION 'line % of % is not chained to the line above, which has the mark %',
            NEW.seq, NEW.session, mark_above
            USING ERRCODE = 'LN002';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER line_is_chained BEFORE INSERT ON adjacent.line
    FOR EACH ROW EXECUTE FUNCTION adjacent.line_is_chained();

-- A writer may update the text alone (see the grants), and only to that of a strike.
CREATE FUNCTION adjacent.line_is_struck() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF (NEW.workspace, NEW.session, NEW.seq, NEW.above, NEW.seal, NEW.member)
       IS DISTINCT FROM (OLD.workspace, OLD.session, OLD.seq, OLD.above, OLD.seal, OLD.member)
       OR octet_length(NEW.text) <> octet_length(OLD.text)
       OR NOT EXISTS (SELECT FROM adjacent.strike s
                       WHERE s.workspace = NEW.workspace AND s.session = NEW.session AND s.seq = NEW.seq
                         AND s.text = NEW.text) THEN
        RAISE EXCEPTION 'line % of % stays as it is: only a strike of the same length overwrites it', OLD.seq, OLD.session
            USING ERRCODE = 'LN003';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER line_is_struck BEFORE UPDATE ON adjacent.line
    FOR EACH ROW EXECUTE FUNCTION adjacent.line_is_struck();

-- A strike overwrites its line in the same transaction, and whoever struck has taken it.
CREATE FUNCTION adjacent.strike_overwrites() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    UPDATE adjacent.line l SET text = NEW.text
     WHERE l.workspace = NEW.workspace AND l.session = NEW.session AND l.seq = NEW.seq;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'line % of % is not here', NEW.seq, NEW.session USING ERRCODE = 'LN001';
    END IF;
    INSERT INTO adjacent.taken (workspace, session, seq, member)
    VALUES (NEW.workspace, NEW.session, NEW.seq, NEW.member);
    RETURN NULL;
END
$$;

CREATE TRIGGER strike_overwrites AFTER INSERT ON adjacent.strike
    FOR EACH ROW EXECUTE FUNCTION adjacent.strike_overwrites();
