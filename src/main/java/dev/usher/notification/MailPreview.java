package dev.usher.notification;

import dev.usher.notification.mail.Composer;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** What a mail would look like; nothing is sent and no code is made. */
@ApplicationScoped
public class MailPreview {
    @Inject
    private Composer composer;

    @Inject
    private Instance<Addressees> people;

    @Inject
    private Clock clock;

    /** The template filled with a user's values, or with samples. <b>Errors:</b> 400 with the field, 404. */
    public FilledMail of(TenantId tenant, MailTemplate template, Optional<UUID> user) {
        Composer.check(template);
        var values = composer.sample(tenant, template.kind(), clock.instant());
        user.ifPresent(id -> values.putAll(people.get()
                .find(tenant, id)
                .orElseThrow(() -> Problem.notFound("This user"))
                .values()));
        return composer.filled(tenant, template, values);
    }
}
