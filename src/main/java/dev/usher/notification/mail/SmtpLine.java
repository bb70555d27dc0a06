package dev.usher.notification.mail;

import dev.usher.platform.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;

/** A line to the mail server, for several messages one after the other. For one thread. */
final class SmtpLine implements AutoCloseable {
    private final Session session;
    private final String protocol;
    private final String host;
    private final int port;
    private final String user;
    private final Secret password;
    private Optional<Transport> transport = Optional.empty();

    SmtpLine(Session session, String protocol, String host, int port, String user, Secret password) {
        this.session = session;
        this.protocol = protocol;
        this.host = host;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    Session session() {
        return session;
    }

    /** Opens the line where it is not open; empty when it is then. */
    Optional<Delivery> open() {
        try {
            if (transport.isPresent() && transport.get().isConnected()) {
                return Optional.empty();
            }
            Transport fresh = session.getTransport(protocol);
            if (user.isEmpty()) {
                fresh.connect(host, port, null, null); // blank ones would be sent
            } else {
                fresh.connect(host, port, user, password.reveal());
            }
            transport = Optional.of(fresh);
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(SmtpFailure.unreachable(e));
        }
    }

    /** Sends on the open line. */
    Delivery send(MimeMessage message) {
        try {
            transport.orElseThrow().sendMessage(message, message.getAllRecipients());
            return new Delivery(Delivery.Kind.DELIVERED, "");
        } catch (MessagingException e) {
            close(); // in what state the dialogue is now, nobody knows
            return SmtpFailure.of(e);
        }
    }

    @Override
    public void close() {
        transport.ifPresent(open -> {
            try {
                open.close();
            } catch (MessagingException e) {
                // Nothing more is wanted of it.
            }
        });
        transport = Optional.empty();
    }
}
