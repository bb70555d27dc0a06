package dev.usher.notification.mail;

import dev.usher.notification.FilledMail;
import dev.usher.platform.Secret;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Makes messages, and lines to the one mail server of the settings. */
@ApplicationScoped
public class Smtp {
    private static final int SMTPS = 465;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** Whether there is a server and a sender. */
    boolean configured() {
        return settings.mailHost().isPresent() && settings.mailFrom().isPresent();
    }

    /** A line, opened at the first message; {@code dialogue} gets what both sides say, passwords left out. */
    SmtpLine line(Optional<PrintStream> dialogue) {
        Session session = Session.getInstance(properties());
        dialogue.ifPresent(out -> {
            session.setDebugOut(out);
            session.setDebug(true);
        });
        return new SmtpLine(
                session,
                implicitTls() ? "smtps" : "smtp",
                settings.mailHost().orElse(""),
                settings.mailPort(),
                settings.mailUser().orElse(""),
                settings.mailPassword().orElseGet(() -> new Secret("")));
    }

    /**
     * The message; {@code id} is the same for each try, so that a server or mailbox that saw it before can tell.
     */
    MimeMessage message(SmtpLine line, String id, String to, FilledMail mail) throws MessagingException {
        var from = new InternetAddress(settings.mailFrom().orElse(""), true);
        String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        var message = new Numbered(line.session(), "<" + id + "@" + domain + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office answers
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", mail.language());
        if (mail.html().isEmpty()) {
            message.setText(mail.text(), UTF_8);
        } else {
            var text = new MimeBodyPart();
            text.setText(mail.text(), UTF_8);
            var html = new MimeBodyPart();
            html.setText(mail.html().get(), UTF_8, "html");
            message.setContent(new MimeMultipart("alternative", text, html));
        }
        message.saveChanges();
        return message;
    }

    private boolean implicitTls() {
        return settings.mailTls() == Setting.MailTls.TLS
                || (settings.mailTls() == Setting.MailTls.AUTO && settings.mailPort() == SMTPS);
    }

    private Properties properties() {
        String timeout = Long.toString(settings.mailTimeout().toMillis());
        boolean loopback = LOOPBACK.contains(settings.mailHost().orElse(""));
        boolean secret = settings.mailUser().isPresent() && !loopback;
        Setting.MailTls tls = settings.mailTls();
        var properties = new Properties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.setProperty(protocol + "connectiontimeout", timeout);
            properties.setProperty(protocol + "timeout", timeout);
            properties.setProperty(protocol + "writetimeout", timeout);
            properties.setProperty(
                    protocol + "auth", Boolean.toString(settings.mailUser().isPresent()));
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            properties.setProperty(protocol + "quitwait", "false");
        }
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(tls != Setting.MailTls.NONE));
        properties.setProperty(
                "mail.smtp.starttls.required",
                Boolean.toString(tls == Setting.MailTls.STARTTLS || (tls == Setting.MailTls.AUTO && secret)));
        return properties;
    }

    /** Keeps its own Message-ID, where Jakarta Mail would make another each time. */
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
