package dev.usher.people;

import dev.usher.scim.resource.Note;
import java.util.List;
import java.util.stream.Stream;

/** What was forgiven in the steps of one request, each once. */
final class Notes {
    private Notes() {}

    static List<Note> all(List<Note> request, List<Note> plan, List<Note> outcome) {
        return Stream.of(request, plan, outcome)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
