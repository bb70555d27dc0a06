package dev.usher.platform;

import java.util.regex.Pattern;

/** A sender's address as a setting has it. */
final class Mailbox {
    private static final String ATOM = "[\\w!#$%&'*+/=?^`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9-]+";
    private static final String ADDRESS = ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*";
    private static final String QUOTED = "\"[ !#-\\[\\]-~]+\" *";
    private static final Pattern FORM =
            Pattern.compile(ADDRESS + "|(?:[A-Za-z0-9 _-]+|" + QUOTED + ")<" + ADDRESS + ">");

    private Mailbox() {}

    /** RFC 5322: a dot-atom and a domain in ASCII, alone or in angle brackets after a name. */
    static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }
}
