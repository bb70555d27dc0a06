package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * The name that people give a profile, a region or a mapping: 1 to {@value #MOST_CHARACTERS} characters, without blanks
 * around it, unique in its tenant without regard to case. <b>Errors:</b> a 400 {@link Problem} for field {@code name}.
 */
public record Label(String text) {
    /** What the column holds. */
    public static final int MOST_CHARACTERS = 100;

    private static final int MOST_KEY_BYTES = 400;

    public Label {
        text = Normalizer.normalize(requireNonNull(text, "text").strip(), Normalizer.Form.NFC);
        if (text.isEmpty()) {
            throw Problem.field("name", "A name is needed.");
        }
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS || keyOf(text).length > MOST_KEY_BYTES) {
            throw Problem.field("name", "A name has at most " + MOST_CHARACTERS + " characters.");
        }
        if (text.codePoints().anyMatch(Label::unfit)) {
            throw Problem.field("name", "A name holds no control characters.");
        }
    }

    /** By what two names are the same. */
    public byte[] key() {
        return keyOf(text);
    }

    /** 409 for a name that the constraint found taken; {@code what} as "profile". */
    public Problem taken(String what, DuplicateRow cause) {
        var problem = new Problem(
                409, "name-taken", "Name taken", "Another " + what + " has this name.", Map.of("field", "name"));
        problem.initCause(cause);
        return problem;
    }

    private static byte[] keyOf(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean unfit(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
