package dev.usher.notification.mail;

import dev.usher.notification.Activation;
import dev.usher.notification.Activations;
import dev.usher.notification.Letter;
import dev.usher.notification.LetterState;
import dev.usher.notification.MailKind;
import dev.usher.notification.Topic;
import dev.usher.notification.store.ActivationStore;
import dev.usher.notification.store.LetterStore;
import dev.usher.notification.store.OutboxStore;
import dev.usher.platform.BearerSecret;
import dev.usher.platform.Uuid7;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What consumers do to the outbox, one short transaction each, none of which waits for a mail server. Only the holder of a
 * claim can say what became of a letter; a claim that ran out belongs to nobody, and its letter is tried again.
 */
@Stateless
public class Claims {
    /** Letters that one claim takes. */
    static final int MOST = 20;

    @Inject
    private LetterStore letters;

    @Inject
    private ActivationStore activations;

    @Inject
    private OutboxStore outbox;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** Claims some of what is due, for so long. */
    public List<Letter> claim(UUID claim, Duration length) {
        Instant now = clock.instant();
        var claimed = new ArrayList<>(letters.claim(Topic.ACTIVATION_MAIL, claim, now, length, MOST));
        claimed.addAll(letters.claim(Topic.NOTICE, claim, now, length, MOST));
        return List.copyOf(claimed);
    }

    /** Counts a try and keeps the claim for as long again; false when it was lost. */
    public boolean begin(Letter letter, UUID claim, Duration length) {
        return letters.begin(letter.id(), claim, length);
    }

    /**
     * The same for an activation, with a new code, of which only the hash stays here; empty when the claim was lost or a
     * newer letter was asked for, or the code of an earlier try redeemed.
     */
    public Optional<BearerSecret> begin(Letter letter, UUID user, UUID claim, Duration length, Instant expires) {
        TenantId tenant = letter.tenant();
        Optional<Activation> newest = activations
                .find(tenant, user, " FOR UPDATE")
                .filter(activation -> activation.letter().equals(letter.id()));
        if (newest.isEmpty() || newest.get().redeemed().isPresent()) {
            String why = newest.isEmpty() ? Activation.REPLACED : Activation.REDEEMED;
            end(letter, claim, LetterState.DISCARDED, why);
            return Optional.empty();
        }
        if (!letters.begin(letter.id(), claim, length)) {
            return Optional.empty();
        }
        var code = BearerSecret.create(Activations.PREFIX);
        activations.insertCode(tenant, code.sha256(), new ActivationStore.Issued(user, letter.id(), expires));
        return Optional.of(code);
    }

    /** The letter is over, and is due no more: it is forgotten so long after this moment. */
    public void end(Letter letter, UUID claim, LetterState state, String reason) {
        Instant now = clock.instant();
        letters.end(letter.id(), claim, state, now, Optional.of(now), reason);
    }

    /** The letter is tried again at {@code due}. */
    public void putOff(Letter letter, UUID claim, Instant due, String reason) {
        letters.end(letter.id(), claim, LetterState.WAITING, due, Optional.empty(), reason);
    }

    /** One letter for each reader in place of the notice, which is over; nothing where the claim was lost. */
    public void spread(Letter notice, UUID claim, List<String> addresses) {
        if (!letters.begin(notice.id(), claim, Duration.ofMinutes(1))) {
            return;
        }
        for (String address : addresses) {
            var body = JsonParts.object(notice.body()).add("to", address).build();
            outbox.insert(
                    notice.tenant(), ids.next(), Topic.NOTICE, Optional.empty(), body.toString(), clock.instant());
        }
        String words = notice.kind() == MailKind.NOTICE ? "" : "Sent on to each reader.";
        end(notice, claim, LetterState.SENT, words);
    }

    /** Gives back what was not begun. */
    public void release(UUID claim, List<UUID> notBegun) {
        letters.release(claim, notBegun);
    }

    /** Forgets some of what was over that long ago; true when there may be more. */
    public boolean forget(Duration kept) {
        Instant before = clock.instant().minus(kept);
        boolean more = false;
        for (Topic topic : List.of(Topic.ACTIVATION_MAIL, Topic.NOTICE)) {
            for (LetterState state : List.of(LetterState.SENT, LetterState.DISCARDED)) {
                more |= outbox.forget(topic, state, before, MOST * MOST) == MOST * MOST;
            }
        }
        return more;
    }
}
