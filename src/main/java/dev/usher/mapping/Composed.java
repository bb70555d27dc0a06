package dev.usher.mapping;

import java.text.Normalizer;

/** Texts in NFC: what looks the same compares the same, however a directory or a keyboard put it together. */
final class Composed {
    private Composed() {}

    static String of(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
