package dev.usher.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.usher.notification.FilledMail;
import dev.usher.notification.MailKind;
import dev.usher.notification.TrialMail;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One message outside the outbox, with the dialogue that it took. */
@ApplicationScoped
public class Trial {
    /** What Jakarta Mail notes besides the dialogue itself. */
    private static final Pattern NOISE = Pattern.compile("(DEBUG.*)?");

    private static final Pattern REPLY = Pattern.compile("[2-5]\\d\\d[ -].*");
    private static final int MOST_LINES = 60;

    @Inject
    private Smtp smtp;

    @Inject
    private Composer composer;

    @Inject
    private Uuid7 ids;

    /** Sends it, whatever comes of it. */
    public TrialMail send(TenantId tenant, String to) {
        if (!Addresses.valid(to)) {
            throw Problem.field("to", "'to' is an e-mail address.");
        }
        var said = new ByteArrayOutputStream();
        Delivery delivery;
        try (var out = new PrintStream(said, true, UTF_8);
                SmtpLine line = smtp.line(Optional.of(out))) {
            Optional<Delivery> closed = line.open();
            delivery = closed.isPresent() ? closed.get() : sent(line, tenant, to);
        }
        List<String> dialogue = dialogue(said.toString(UTF_8));
        boolean delivered = delivery.kind() == Delivery.Kind.DELIVERED;
        String words = delivered ? accepted(dialogue) : delivery.words();
        return new TrialMail(delivered, words, dialogue);
    }

    private Delivery sent(SmtpLine line, TenantId tenant, String to) {
        var text = Map.of("text", "This is a test message. If you can read it, mail leaves Usher.");
        FilledMail mail = composer.filled(tenant, MailKind.NOTICE, "", text);
        try {
            return line.send(smtp.message(line, ids.next().toString(), to, mail));
        } catch (MessagingException e) {
            return new Delivery(Delivery.Kind.NEVER, "The message could not be made: " + e.getMessage());
        }
    }

    /** What the server said to the message itself: the last 250 before the parting. */
    private static String accepted(List<String> dialogue) {
        return dialogue.stream()
                .filter(line -> line.startsWith("250 "))
                .reduce((first, second) -> second)
                .orElse("The mail server took the message.");
    }

    /** The server's lines and our commands, without the message and without notes. */
    private static List<String> dialogue(String whole) {
        return whole.lines()
                .map(TemplateText::oneLine)
                .filter(line -> !NOISE.matcher(line).matches())
                .filter(line -> REPLY.matcher(line).matches()
                        || line.matches("(EHLO|HELO|STARTTLS|MAIL FROM|RCPT TO|DATA|QUIT|RSET)\\b.*"))
                .limit(MOST_LINES)
                .toList();
    }
}
