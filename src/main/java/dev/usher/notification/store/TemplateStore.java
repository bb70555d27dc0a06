package dev.usher.notification.store;

import dev.usher.notification.MailKind;
import dev.usher.notification.MailTemplate;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** SQL of table mail_template. */
@ApplicationScoped
public class TemplateStore {
    /** Most templates that a tenant may write. */
    public static final int MOST = 500;

    private static final String SELECT =
            "SELECT kind, language, subject, text_body, html_body, version FROM mail_template WHERE tenant_no = ?";

    @Inject
    private Database database;

    public List<MailTemplate> all(TenantId tenant) {
        return database.query(
                SELECT + " ORDER BY tenant_no, kind, language LIMIT " + MOST, TemplateStore::read, tenant.number());
    }

    public Optional<MailTemplate> find(TenantId tenant, MailKind kind, String language) {
        return database.one(
                SELECT + " AND kind = ? AND language = ?", TemplateStore::read, tenant.number(), kind.code(), language);
    }

    public void insert(TenantId tenant, MailTemplate template, String by, Instant now) {
        database.update(
                "INSERT INTO mail_template (tenant_no, kind, language, subject, text_body, html_body, changed_by,"
                        + " changed_at, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.number(),
                template.kind().code(),
                template.language(),
                template.subject(),
                template.text(),
                template.html(),
                by,
                now,
                template.version());
    }

    public void update(TenantId tenant, MailTemplate template, String by, Instant now) {
        database.update(
                "UPDATE mail_template SET subject = ?, text_body = ?, html_body = ?, changed_by = ?, changed_at = ?,"
                        + " version = ? WHERE tenant_no = ? AND kind = ? AND language = ?",
                template.subject(),
                template.text(),
                template.html(),
                by,
                now,
                template.version(),
                tenant.number(),
                template.kind().code(),
                template.language());
    }

    public void delete(TenantId tenant, MailKind kind, String language) {
        database.update(
                "DELETE FROM mail_template WHERE tenant_no = ? AND kind = ? AND language = ?",
                tenant.number(),
                kind.code(),
                language);
    }

    private static MailTemplate read(Row row) {
        return new MailTemplate(
                MailKind.of(row.text(1)).orElseThrow(),
                row.text(2),
                row.text(3),
                row.text(4),
                row.optionalText(5),
                row.number(6));
    }
}
