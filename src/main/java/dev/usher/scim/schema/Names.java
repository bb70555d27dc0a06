package dev.usher.scim.schema;

/** What may be a name: attribute names (RFC 7643 §2.1, with {@code $ref}) and URNs. */
final class Names {
    private Names() {}

    static boolean attribute(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        for (int at = first == '$' ? 1 : 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean inside = at > 0 && (each == '-' || each == '_' || each >= '0' && each <= '9');
            if (!letter(each) && !inside) {
                return false;
            }
        }
        return text.length() > 1 || first != '$';
    }

    static boolean urnLike(String text) {
        return text.regionMatches(true, 0, "urn:", 0, 4);
    }

    /** {@code urn:nid:nss} with characters that need no quoting in a filter. */
    static boolean urn(String text) {
        int nss = text.indexOf(':', 4);
        if (!urnLike(text) || nss < 5 || nss == text.length() - 1) {
            return false;
        }
        for (int at = 4; at < text.length(); at++) {
            char each = text.charAt(at);
            if (!letter(each) && !(each >= '0' && each <= '9') && "-_.:".indexOf(each) < 0) {
                return false;
            }
        }
        return !text.endsWith(":") && !text.endsWith(".");
    }

    private static boolean letter(char each) {
        return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
    }
}
