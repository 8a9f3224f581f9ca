-- The tables of the hub. Run by `adjacent hub init`, in one transaction with the row in adjacent.migration.
--
-- Every key begins with the id of the workspace, which nobody can guess: a refusal because of a key that exists already
-- would otherwise tell of sessions that row level security hides.

CREATE TABLE adjacent.workspace (
    id      uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    name    text        NOT NULL UNIQUE,
    -- The roles whose members may write, and may only read.
    writers name        NOT NULL,
    readers name        NOT NULL,
    made    timestamptz NOT NULL DEFAULT now()
);

-- A console that joined a workspace.
CREATE TABLE adjacent.member (
    workspace uuid        NOT NULL REFERENCES adjacent.workspace,
    id        uuid        NOT NULL DEFAULT gen_random_uuid(),
    name      text        NOT NULL,
    joined    timestamptz NOT NULL DEFAULT now(),
    seen      timestamptz NOT NULL DEFAULT now(),
    gone      timestamptz,
    PRIMARY KEY (workspace, id)
);

CREATE TABLE adjacent.session (
    workspace uuid NOT NULL,
    id        text NOT NULL CHECK (octet_length(id) BETWEEN 1 AND 255),
    -- The first line of the file below the banner, without its mark; it never changes.
    header    text NOT NULL CHECK (strpos(header, E'\n') = 0),
    seal      text NOT NULL CHECK (seal ~ '^[0-9a-f]{16}$'),
    member    uuid NOT NULL,
    closed_at timestamptz,
    PRIMARY KEY (workspace, id),
    FOREIGN KEY (workspace, member) REFERENCES adjacent.member
);

-- A line of a session below its header. `above` is the mark of the line above; `seal` seals `above` and `text`.
CREATE TABLE adjacent.line (
    workspace uuid   NOT NULL,
    session   text   NOT NULL,
    seq       bigint NOT NULL CHECK (seq >= 1),
    text      text   NOT NULL CHECK (strpos(text, E'\n') = 0),
    above     text   NOT NULL,
    seal      text   NOT NULL CHECK (seal ~ '^[0-9a-f]{16}$'),
    member    uuid   NOT NULL,
    PRIMARY KEY (workspace, session, seq),
    FOREIGN KEY (workspace, session) REFERENCES adjacent.session
);

-- A line that was struck out: the text that replaces it, of the same length.
CREATE TABLE adjacent.strike (
    workspace uuid        NOT NULL,
    session   text        NOT NULL,
    seq       bigint      NOT NULL,
    text      text        NOT NULL,
    member    uuid        NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, session, seq),
    FOREIGN KEY (workspace, session, seq) REFERENCES adjacent.line,
    FOREIGN KEY (workspace, member) REFERENCES adjacent.member
);

-- A console whose copies no longer hold the struck text.
CREATE TABLE adjacent.taken (
    workspace uuid        NOT NULL,
    session   text        NOT NULL,
    seq       bigint      NOT NULL,
    member    uuid        NOT NULL,
    at        timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (workspace, session, seq, member),
    FOREIGN KEY (workspace, session, seq) REFERENCES adjacent.strike,
    FOREIGN KEY (workspace, member) REFERENCES adjacent.member
);
