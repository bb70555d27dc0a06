package dev.usher.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.MailServer;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that dies after the mail server took a mail, and before it could write so: the one moment SMTP cannot cover. */
@Tag("slow")
class MailCrashIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void sendsAtMostOneMoreCopyAndByThatOnesMessageId(@TempDir Path folder)
            throws IOException, SQLException, MessagingException {
        try (var mail = MailServer.start();
                var relay = SilentRelay.to(mail.port())) {
            var settings = new HashMap<>(mail.settings());
            settings.put("USHER_MAIL_PORT", Integer.toString(relay.port()));
            settings.put("USHER_MAIL_TIMEOUT_SECONDS", "60");
            try (var server = UsherServer.startIn(folder.resolve("data"), settings)) {
                MailTenant tenant = MailTenant.create(server);
                String id = tenant.mailed("crash");
                mail.await(tenant.address("crash"), 1);
                server.kill();
                relay.speak();
                server.inDatabase(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.executeUpdate("UPDATE outbox SET claimed_until=NULL"); // as after the claim's minutes
                    }
                });

                server.startAgain();
                Wait.until(
                        PATIENCE,
                        () -> tenant.activation(id).text("/mail/state").equals("SENT"));

                List<MimeMessage> copies = mail.to(tenant.address("crash"));
                assertThat(copies).hasSize(2);
                assertThat(copies.get(0).getMessageID())
                        .isNotBlank()
                        .isEqualTo(copies.get(1).getMessageID());
            }
        }
    }
}
