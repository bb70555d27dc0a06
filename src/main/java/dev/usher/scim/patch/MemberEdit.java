package dev.usher.scim.patch;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.filter.Filter;
import java.util.List;

/**
 * One step on a group's {@code members}, in request order. Ids are as sent but in small letters: the store decides whether
 * they exist.
 */
public sealed interface MemberEdit {
    /** These belong to the group as well. */
    record Add(List<String> ids) implements MemberEdit {
        /** Copies. */
        public Add {
            ids = List.copyOf(ids);
        }
    }

    /** These no longer belong to it; one that never did is no error. */
    record Remove(List<String> ids) implements MemberEdit {
        /** Copies. */
        public Remove {
            ids = List.copyOf(ids);
        }
    }

    /** Those that meet a filter other than {@code value eq}, for instance by {@code type}. */
    record RemoveMatching(Filter filter) implements MemberEdit {
        /** Checks. */
        public RemoveMatching {
            requireNonNull(filter, "filter");
        }
    }

    /** One of these belongs to it already, else 400 {@code noTarget} for what {@code where} says (RFC 7644 §3.5.2.3). */
    record Require(List<String> ids, String where) implements MemberEdit {
        /** Copies. */
        public Require {
            ids = List.copyOf(ids);
            requireNonNull(where, "where");
        }
    }

    /** The same of those that meet a filter other than {@code value eq}. */
    record RequireMatching(Filter filter, String where) implements MemberEdit {
        /** Checks. */
        public RequireMatching {
            requireNonNull(filter, "filter");
            requireNonNull(where, "where");
        }
    }

    /** Nobody belongs to it. */
    record Clear() implements MemberEdit {}

    /** Exactly these belong to it. */
    record Replace(List<String> ids) implements MemberEdit {
        /** Copies. */
        public Replace {
            ids = List.copyOf(ids);
        }
    }
}
