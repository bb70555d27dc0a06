package dev.usher.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.junit.jupiter.api.Test;

class SmtpFailureTest {
    @Test
    void givesUpAfterAFiveHundredReplyToTheLetter() {
        var refused = new SendFailedException("Invalid Addresses");
        refused.setNextException(new SendFailedException("550 5.1.1 <a@firm.example> unknown\n"));

        assertThat(SmtpFailure.of(refused))
                .isEqualTo(new Delivery(Delivery.Kind.NEVER, "550 5.1.1 <a@firm.example> unknown"));
    }

    @Test
    void triesAgainAfterAFourHundredReplyAndAfterALostLine() {
        assertThat(SmtpFailure.of(new MessagingException("451 try later")).kind())
                .isEqualTo(Delivery.Kind.LATER);
        assertThat(SmtpFailure.of(new MessagingException("Exception reading response"))
                        .kind())
                .isEqualTo(Delivery.Kind.LATER);
    }

    /** A mistaken USHER_MAIL_FROM is no letter's fault: all of them would be dead at their first try. */
    @Test
    void neverBlamesTheLetterForTheSender() {
        var refused = new SMTPSenderFailedException(null, "MAIL FROM:<usher@firm.example>", 550, "550 not your domain");

        assertThat(SmtpFailure.of(refused)).isEqualTo(new Delivery(Delivery.Kind.UNREACHABLE, "550 not your domain"));
    }

    @Test
    void neverBlamesTheLetterForTheServer() {
        var refused = new MessagingException("535 5.7.8 bad credentials");

        assertThat(SmtpFailure.unreachable(refused).kind()).isEqualTo(Delivery.Kind.UNREACHABLE);
        assertThat(SmtpFailure.unreachable(
                                new MessagingException("Couldn't connect to host", new ConnectException("refused")))
                        .words())
                .isEqualTo("Couldn't connect to host (Connect)");
    }
}
