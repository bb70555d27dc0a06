package dev.usher.administrator;

import dev.usher.administrator.store.AdministratorStore;
import dev.usher.notification.NoticeReaders;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tenant's notices go to its cloud administrators and administrators; auditors only read. */
@ApplicationScoped
class NoticeMail implements NoticeReaders {
    private static final int MOST = 100;

    @Inject
    private AdministratorStore administrators;

    @Override
    public List<String> addresses(TenantId tenant) {
        return administrators.page(Optional.of(tenant), Optional.empty(), MOST).stream()
                .filter(each -> !each.disabled() && each.role() != Role.AUDITOR)
                .flatMap(each -> each.email().map(Stream::of).orElseGet(Stream::empty))
                .distinct()
                .toList();
    }
}
