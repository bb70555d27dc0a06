package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant chose for its mail. <b>Shape:</b> {@code activationUrl} is where the product redeems codes; {@code language}
 * is a tag that holds where the reader's own is not known; {@code noticeAddresses} get notices beside the administrators.
 */
public record TenantMail(Optional<URI> activationUrl, String language, List<String> noticeAddresses, long version) {
    public TenantMail {
        requireNonNull(activationUrl, "activationUrl");
        requireNonNull(language, "language");
        noticeAddresses = List.copyOf(noticeAddresses);
    }
}
