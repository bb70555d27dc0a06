package dev.usher.notification.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** What Usher takes for an e-mail address: one plain mailbox, no name, no group, nothing that could end a header. */
public final class Addresses {
    private static final int LONGEST = 254;
    private static final Pattern PLAIN =
            Pattern.compile("[^\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"@]{1,64}@[^\\s\\p{Cntrl}<>()\\[\\],;:\\\\\"@]{1,253}");

    private Addresses() {}

    /** Whether mail may be sent there. */
    public static boolean valid(String address) {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            return false;
        }
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false; // the caller says what is wrong with it in its own words
        }
    }

    /** For lists and logs: {@code a…@firm.example}. */
    public static String masked(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.substring(0, 1) + "…" + address.substring(at);
    }
}
