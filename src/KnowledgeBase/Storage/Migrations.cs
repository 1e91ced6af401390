using System.Collections.Immutable;

namespace KnowledgeBase.Storage;

/// <summary>The ledger's schema, as an append-only list of scripts. A script that has been released is never changed.</summary>
static class Migrations
{
    // Times are milliseconds since 1970 in UTC, so that one SQL orders them on SQLite and PostgreSQL.
    public static readonly ImmutableArray<string> Scripts =
    [
        """
        CREATE TABLE source (
            url TEXT PRIMARY KEY,
            publisher TEXT NOT NULL,
            etag TEXT,
            last_modified TEXT,
            polled_at BIGINT,
            due_at BIGINT NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            outcome TEXT
        );
        CREATE TABLE page (
            url TEXT PRIMARY KEY,
            publisher TEXT NOT NULL,
            source TEXT NOT NULL,
            language TEXT,
            title TEXT,
            published_at BIGINT,
            discovered_at BIGINT NOT NULL,
            due_at BIGINT,
            etag TEXT,
            last_modified TEXT,
            failures INTEGER NOT NULL DEFAULT 0,
            outcome TEXT,
            fetched_at BIGINT,
            final_url TEXT,
            status INTEGER,
            headers TEXT,
            body {blob},
            body_hash TEXT
        );
        CREATE INDEX page_due ON page (due_at) WHERE due_at IS NOT NULL;
        CREATE TABLE visit (
            url TEXT NOT NULL,
            visited_at BIGINT NOT NULL,
            outcome TEXT NOT NULL,
            detail TEXT,
            status INTEGER,
            bytes BIGINT,
            duration_ms BIGINT
        );
        CREATE INDEX visit_url ON visit (url, visited_at);
        CREATE TABLE reading (
            origin TEXT PRIMARY KEY,
            input_hash TEXT NOT NULL,
            reader TEXT NOT NULL,
            read_at BIGINT NOT NULL,
            article TEXT,
            outcome TEXT NOT NULL
        );
        CREATE TABLE counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
        INSERT INTO counter (name, value) VALUES ('revision', 0);
        CREATE TABLE article (
            id TEXT PRIMARY KEY,
            revision BIGINT NOT NULL UNIQUE,
            url TEXT NOT NULL,
            publisher TEXT NOT NULL,
            language TEXT NOT NULL,
            published TEXT,
            family TEXT,
            is_deleted INTEGER NOT NULL DEFAULT 0,
            document TEXT
        );
        CREATE INDEX article_family ON article (family) WHERE family IS NOT NULL;
        """,
        // Crawling: hosts, the plan of revisits, earlier versions of pages, what each poll of a source brought.
        """
        CREATE TABLE host (
            name TEXT PRIMARY KEY,
            rest_until BIGINT,
            failures INTEGER NOT NULL DEFAULT 0,
            leased_by TEXT,
            leased_until BIGINT
        );
        CREATE TABLE robots (
            origin TEXT PRIMARY KEY,
            fetched_at BIGINT NOT NULL,
            status INTEGER NOT NULL,
            body {blob} NOT NULL
        );
        ALTER TABLE page ADD COLUMN host TEXT NOT NULL DEFAULT '';
        ALTER TABLE page ADD COLUMN fetches INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE page ADD COLUMN fingerprint BIGINT;
        ALTER TABLE page ADD COLUMN duplicate_of TEXT;
        CREATE INDEX page_host_due ON page (host, due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX page_host_fetched ON page (host, fetched_at) WHERE body IS NOT NULL;
        CREATE TABLE page_version (
            url TEXT NOT NULL,
            fetched_at BIGINT NOT NULL,
            final_url TEXT NOT NULL,
            status INTEGER NOT NULL,
            headers TEXT NOT NULL,
            body {blob} NOT NULL,
            body_hash TEXT NOT NULL,
            PRIMARY KEY (url, fetched_at)
        );
        CREATE TABLE poll (
            source TEXT NOT NULL,
            polled_at BIGINT NOT NULL,
            outcome TEXT NOT NULL,
            links INTEGER NOT NULL,
            fresh INTEGER NOT NULL,
            sample TEXT
        );
        CREATE INDEX poll_source ON poll (source, polled_at);
        CREATE TABLE subscription (
            token TEXT PRIMARY KEY,
            source TEXT NOT NULL UNIQUE,
            publisher TEXT NOT NULL,
            hub TEXT NOT NULL,
            topic TEXT NOT NULL,
            secret TEXT NOT NULL,
            requested_at BIGINT NOT NULL,
            expires_at BIGINT
        );
        """,
        // Crawling: due pages in the order they are asked for, and the twins of a page by what they have in common with it.
        """
        DROP INDEX page_host_due;
        CREATE INDEX page_host_due ON page (host, due_at, url) WHERE due_at IS NOT NULL;
        CREATE INDEX page_publisher_due ON page (publisher, due_at) WHERE due_at IS NOT NULL;
        ALTER TABLE page ADD COLUMN numbers BIGINT;
        DROP INDEX page_host_fetched;
        CREATE INDEX page_host_numbers ON page (host, numbers, fetched_at) WHERE numbers IS NOT NULL;
        CREATE INDEX page_host_hash ON page (host, body_hash) WHERE body_hash IS NOT NULL;
        """,
        // Families: which articles are versions of one story, and what tells.
        """
        CREATE TABLE family_member (
            article TEXT PRIMARY KEY,
            since BIGINT NOT NULL,
            family TEXT,
            editorial TEXT,
            links TEXT,
            day INTEGER,
            sketch {blob}
        );
        CREATE INDEX family_member_family ON family_member (family) WHERE family IS NOT NULL;
        CREATE INDEX family_member_editorial ON family_member (editorial) WHERE editorial IS NOT NULL;
        CREATE TABLE family_band (band BIGINT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (band, article));
        """,
        // Families: what a publisher calls a story in every language.
        """
        ALTER TABLE family_member ADD COLUMN language TEXT;
        ALTER TABLE family_member ADD COLUMN keys TEXT;
        CREATE TABLE family_key (name BIGINT NOT NULL, article TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (name, article));
        """,
        // Families: what versions in other languages share, which pairs are proposed, what editors said of pairs.
        """
        ALTER TABLE family_member ADD COLUMN marks TEXT;
        CREATE INDEX family_member_day ON family_member (day) WHERE day IS NOT NULL;
        CREATE TABLE family_mark (mark TEXT NOT NULL, day INTEGER NOT NULL, article TEXT NOT NULL, language TEXT NOT NULL, PRIMARY KEY (mark, day, article));
        CREATE TABLE family_proposal (one TEXT NOT NULL, other TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, shared TEXT NOT NULL, PRIMARY KEY (one, other));
        CREATE INDEX family_proposal_other ON family_proposal (other);
        CREATE TABLE family_decision (one TEXT NOT NULL, other TEXT NOT NULL, is_one_story INTEGER NOT NULL, decided_at BIGINT NOT NULL, PRIMARY KEY (one, other));
        CREATE INDEX family_decision_other ON family_decision (other);
        """,
    ];
}
