package dev.usher.notification.mail;

import dev.usher.notification.Addressee;
import dev.usher.notification.Addressees;
import dev.usher.notification.FilledMail;
import dev.usher.notification.Letter;
import dev.usher.notification.LetterState;
import dev.usher.notification.MailKind;
import dev.usher.notification.NoticeReaders;
import dev.usher.notification.TenantMails;
import dev.usher.platform.BearerSecret;
import dev.usher.platform.Contention;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.mail.MessagingException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Takes one claimed letter to the mail server and writes down what became of it. */
@ApplicationScoped
class Postman {
    private static final Logger LOG = System.getLogger(Postman.class.getName());
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    /** Answers of the server that one letter may wait for, with room. */
    private static final int ANSWERS = 15;

    @Inject
    private Claims claims;

    @Inject
    private Composer composer;

    @Inject
    private TenantMails choices;

    @Inject
    private Instance<Addressees> people;

    @Inject
    private Instance<NoticeReaders> readers;

    @Inject
    private Smtp smtp;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /** How long a claim holds: longer than one letter can take. */
    Duration claimLength() {
        return settings.mailTimeout().multipliedBy(ANSWERS);
    }

    /** False when the server is not to be spoken to just now. */
    boolean deliver(Letter letter, UUID claim, SmtpLine line) {
        return letter.kind() == MailKind.ACTIVATION ? activation(letter, claim, line) : notice(letter, claim, line);
    }

    private boolean activation(Letter letter, UUID claim, SmtpLine line) {
        UUID user = letter.user().orElseThrow();
        Optional<Addressee> found = people.get().find(letter.tenant(), user).filter(Addressee::active);
        if (found.isEmpty()) {
            ended(letter, claim, LetterState.DISCARDED, "The user is not active any more.");
            return true;
        }
        Addressee addressee = found.get();
        if (!Addresses.valid(addressee.address())) {
            ended(letter, claim, LetterState.DEAD, "The user has no valid e-mail address.");
            return true;
        }
        Optional<Delivery> closed = line.open();
        if (closed.isPresent()) {
            return unreachable(letter, claim, closed.get());
        }
        Instant expires = clock.instant().plus(Duration.ofDays(Composer.VALID_DAYS));
        Optional<BearerSecret> code = claims.begin(letter, user, claim, claimLength(), expires);
        if (code.isEmpty()) {
            return true;
        }
        var values = new HashMap<>(addressee.values());
        values.putAll(composer.activation(letter.tenant(), code.get().reveal(), expires, addressee.language()));
        return sent(letter, claim, line, addressee.address(), addressee.language(), values);
    }

    private boolean notice(Letter letter, UUID claim, SmtpLine line) {
        if (letter.address().isEmpty()) {
            spread(letter, claim);
            return true;
        }
        Optional<Delivery> closed = line.open();
        if (closed.isPresent()) {
            return unreachable(letter, claim, closed.get());
        }
        if (!claims.begin(letter, claim, claimLength())) {
            return true;
        }
        return sent(letter, claim, line, letter.address().get(), "", values(letter));
    }

    private void spread(Letter notice, UUID claim) {
        var addresses = new LinkedHashSet<>(choices.read(notice.tenant()).noticeAddresses());
        readers.stream().forEach(each -> addresses.addAll(each.addresses(notice.tenant())));
        addresses.removeIf(address -> !Addresses.valid(address));
        if (addresses.isEmpty()) {
            ended(
                    notice,
                    claim,
                    LetterState.DISCARDED,
                    "Nobody to write to: no administrator of the tenant has an e-mail address, and there is no notice"
                            + " address.");
            return;
        }
        claims.spread(notice, claim, List.copyOf(addresses));
    }

    private boolean sent(
            Letter letter, UUID claim, SmtpLine line, String to, String language, Map<String, String> values) {
        Delivery delivery;
        try {
            FilledMail mail = composer.filled(letter.tenant(), letter.kind(), language, values);
            delivery = line.send(smtp.message(line, letter.id().toString(), to, mail));
        } catch (MessagingException e) {
            delivery = new Delivery(Delivery.Kind.NEVER, "The message could not be made: " + e.getMessage());
        }
        switch (delivery.kind()) {
            case DELIVERED -> ended(letter, claim, LetterState.SENT, "");
            case NEVER -> dead(letter, claim, delivery.words());
            case LATER, UNREACHABLE -> later(letter, claim, letter.tries() + 1, delivery.words());
        }
        return delivery.kind() != Delivery.Kind.UNREACHABLE;
    }

    /** Counts the try for this letter alone; the others are not asked to fail the same way. */
    private boolean unreachable(Letter letter, UUID claim, Delivery closed) {
        if (claims.begin(letter, claim, claimLength())) {
            later(letter, claim, letter.tries() + 1, "The mail server cannot be reached: " + closed.words());
        }
        return false;
    }

    private void later(Letter letter, UUID claim, int tries, String reason) {
        if (tries >= settings.mailTries()) {
            dead(letter, claim, "Given up after " + tries + " tries. " + reason);
            return;
        }
        Instant due = clock.instant().plus(pause(tries));
        Contention.retried(() -> claims.putOff(letter, claim, due, reason));
    }

    private void dead(Letter letter, UUID claim, String reason) {
        ended(letter, claim, LetterState.DEAD, reason);
        LOG.log(Level.WARNING, "mail {0} is a dead letter: {1}", letter.id(), reason);
    }

    /** Again where another transaction is in the way: the mail may be gone, and would be sent a second time. */
    private void ended(Letter letter, UUID claim, LetterState state, String reason) {
        Contention.retried(() -> claims.end(letter, claim, state, reason));
    }

    /** Twice as long each time, and up to a quarter more, so that many do not come back at one moment. */
    private Duration pause(int tries) {
        long most = LONGEST_PAUSE.toMillis();
        long first = settings.mailRetry().toMillis();
        long doubled = first << Math.min(tries - 1, 30);
        long bounded = doubled <= 0 || doubled > most ? most : doubled;
        return Duration.ofMillis(bounded + ThreadLocalRandom.current().nextLong(bounded / 4 + 1));
    }

    private static Map<String, String> values(Letter letter) {
        var values = new HashMap<String, String>();
        letter.body().forEach((name, value) -> {
            if (value instanceof JsonString text) {
                values.put(name, text.getString());
            } else if (value instanceof JsonNumber number) {
                values.put(name, number.toString());
            }
        });
        return values;
    }
}
