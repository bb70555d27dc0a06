package dev.usher.it;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A mail server on a loopback port of its own, which can go away and come back. */
public final class MailServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private GreenMail mail;

    private MailServer(int port) {
        this.port = port;
        this.mail = started(port);
    }

    /** Starts one. */
    public static MailServer start() {
        return new MailServer(FreePort.next());
    }

    /** What a server of ours needs to send mail there, with short pauses between tries. */
    public Map<String, String> settings() {
        return Map.of(
                "USHER_MAIL_HOST", "127.0.0.1",
                "USHER_MAIL_PORT", Integer.toString(port),
                "USHER_MAIL_FROM", "usher@vendor.example",
                "USHER_MAIL_TIMEOUT_SECONDS", "5",
                "USHER_MAIL_RETRY_SECONDS", "1",
                "USHER_MAIL_TRIES", "3");
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** It goes away; what it received is forgotten. */
    public void goAway() {
        mail.stop();
    }

    /** It is there again. */
    public void comeBack() {
        mail = started(port);
    }

    /** What came for this address so far, oldest first. */
    public List<MimeMessage> to(String address) {
        var found = new ArrayList<MimeMessage>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            try {
                if (message.getRecipients(Message.RecipientType.TO)[0]
                        .toString()
                        .equalsIgnoreCase(address)) {
                    found.add(message);
                }
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }
        return List.copyOf(found);
    }

    /** Everything that came. */
    public List<MimeMessage> all() {
        return List.of(mail.getReceivedMessages());
    }

    /** The same, once there are so many. */
    public List<MimeMessage> await(String address, int count) {
        Wait.until(PATIENCE, () -> to(address).size() >= count);
        return to(address);
    }

    /** The text of a part, 0 plain and 1 HTML, or of the whole message where it has none. */
    public static String part(MimeMessage message, int part) {
        try {
            Object content = message.getContent() instanceof Multipart parts
                    ? parts.getBodyPart(part).getContent()
                    : message.getContent();
            return content.toString().replace("\r\n", "\n");
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        mail.stop();
    }

    private static GreenMail started(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE.toMillis());
        var mail = new GreenMail(setup);
        mail.start();
        return mail;
    }
}
