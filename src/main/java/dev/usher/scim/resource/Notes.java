package dev.usher.scim.resource;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects notes, each once; after 50 it keeps silent, for an event's detail is small. Threads: one. */
public final class Notes {
    private static final int MOST = 50;

    private final Set<Note> notes = new LinkedHashSet<>();

    /** Starts empty. */
    public Notes() {}

    /** Remembers what was forgiven, and where. */
    public void add(Leniency leniency, String attribute) {
        if (notes.size() < MOST) {
            notes.add(new Note(leniency, attribute));
        }
    }

    /** Remembers these as well. */
    public void addAll(List<Note> more) {
        more.forEach(note -> add(note.leniency(), note.attribute()));
    }

    /** What was remembered, in order. */
    public List<Note> list() {
        return List.copyOf(notes);
    }
}
