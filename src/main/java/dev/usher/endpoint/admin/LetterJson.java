package dev.usher.endpoint.admin;

import dev.usher.notification.Letter;
import dev.usher.notification.LetterState;
import dev.usher.notification.Letters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A mail of the outbox as the admin API writes it. */
@Dependent
class LetterJson {
    private final Letters letters;

    @Inject
    LetterJson(Letters letters) {
        this.letters = letters;
    }

    /** Its text is not kept: it is made when it is sent. */
    JsonObject of(Letter letter) {
        boolean waits = letter.state() == LetterState.WAITING;
        String reason = waits ? letters.stopped().orElse(letter.reason()) : letter.reason();
        var json = Json.createObjectBuilder()
                .add("id", letter.id().toString())
                .add("kind", letter.kind().code())
                .add("state", letter.state().name())
                .add("tries", letter.tries())
                .add("createdAt", letter.made().toString());
        letter.user().ifPresent(user -> json.add("userId", user.toString()));
        letter.address().ifPresent(to -> json.add("to", to));
        letter.done().ifPresent(at -> json.add("endedAt", at.toString()));
        if (waits) {
            json.add("nextTryAt", letter.due().toString());
        }
        if (!reason.isEmpty()) {
            json.add("reason", reason);
        }
        return json.build();
    }
}
