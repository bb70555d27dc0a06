package dev.usher.notification;

import dev.usher.audit.AuditTrail;
import dev.usher.notification.mail.BuiltInTemplates;
import dev.usher.notification.mail.Composer;
import dev.usher.notification.mail.Languages;
import dev.usher.notification.store.TemplateStore;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/** The texts of mails: built-in ones, and what a tenant wrote in their place or in another language. */
@Stateless
public class MailTemplates {
    private static final int LONGEST_SUBJECT = 200;

    @Inject
    private TemplateStore store;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Those that hold, by kind and language. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<MailTemplate> all(TenantId tenant) {
        var all = new TreeMap<String, MailTemplate>();
        for (MailKind kind : MailKind.values()) {
            for (String language : BuiltInTemplates.LANGUAGES) {
                BuiltInTemplates.find(kind, language).ifPresent(one -> all.put(key(one), one));
            }
        }
        store.all(tenant).forEach(one -> all.put(key(one), one));
        return List.copyOf(all.values());
    }

    /** The one that holds. <b>Errors:</b> 404 where the tenant wrote none and none is built in. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public MailTemplate read(TenantId tenant, MailKind kind, String language) {
        return find(tenant, kind, Languages.tag("language", language))
                .orElseThrow(() -> Problem.notFound("This template"));
    }

    /** The one that holds for a tag as {@link Languages#tag} gives it. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<MailTemplate> find(TenantId tenant, MailKind kind, String tag) {
        return store.find(tenant, kind, tag).or(() -> BuiltInTemplates.find(kind, tag));
    }

    /** Writes the tenant's own; the same again changes nothing. <b>Errors:</b> 400 with the field that cannot be so; 412. */
    public MailTemplate write(Caller caller, MailTemplate wanted, LongPredicate admits) {
        MailTemplate checked = checked(wanted);
        tenants.lock(caller.tenant());
        Optional<MailTemplate> before = store.find(caller.tenant(), checked.kind(), checked.language());
        admitted(before, admits);
        if (before.isEmpty() && store.all(caller.tenant()).size() >= TemplateStore.MOST) {
            throw Problem.conflict("too-many", "A tenant writes at most " + TemplateStore.MOST + " templates.");
        }
        if (before.filter(own -> json(own).equals(json(checked))).isPresent()) {
            return before.get();
        }
        var after = new MailTemplate(
                checked.kind(),
                checked.language(),
                checked.subject(),
                checked.text(),
                checked.html(),
                before.map(MailTemplate::version).orElse(0L) + 1);
        if (before.isPresent()) {
            store.update(caller.tenant(), after, caller.name(), clock.instant());
        } else {
            store.insert(caller.tenant(), after, caller.name(), clock.instant());
        }
        record(
                caller,
                "mail-template.changed",
                before.map(MailTemplates::json).orElse(JsonValue.EMPTY_JSON_OBJECT),
                json(after));
        return after;
    }

    /** Back to what is built in. <b>Errors:</b> 404 where the tenant wrote none. */
    public void reset(Caller caller, MailKind kind, String language, LongPredicate admits) {
        tenants.lock(caller.tenant());
        String tag = Languages.tag("language", language);
        MailTemplate before = store.find(caller.tenant(), kind, tag)
                .orElseThrow(() -> Problem.notFound("A template of this tenant's own"));
        admitted(Optional.of(before), admits);
        store.delete(caller.tenant(), kind, tag);
        record(caller, "mail-template.reset", json(before), JsonValue.EMPTY_JSON_OBJECT);
    }

    private static void admitted(Optional<MailTemplate> before, LongPredicate admits) {
        if (!admits.test(before.map(MailTemplate::version).orElse(0L))) {
            throw Problem.changed("The template was changed meanwhile; read it again.");
        }
    }

    private static MailTemplate checked(MailTemplate wanted) {
        if (wanted.subject().isBlank() || wanted.subject().length() > LONGEST_SUBJECT) {
            throw Problem.field("subject", "A subject has 1 to " + LONGEST_SUBJECT + " characters.");
        }
        if (wanted.subject().chars().anyMatch(Character::isISOControl)) {
            throw Problem.field("subject", "A subject is one line.");
        }
        Composer.check(wanted);
        return new MailTemplate(
                wanted.kind(),
                Languages.tag("language", wanted.language()),
                wanted.subject(),
                wanted.text(),
                wanted.html(),
                0);
    }

    private void record(Caller caller, String action, JsonObject before, JsonObject after) {
        audit.record(caller.tenant(), caller.name(), action, Optional.empty(), before, after);
    }

    /** What an audit event keeps: the whole text, since it is what people were told. */
    private static JsonObject json(MailTemplate template) {
        var json = JsonParts.object()
                .add("kind", template.kind().code())
                .add("language", template.language())
                .add("subject", template.subject())
                .add("text", template.text());
        template.html().ifPresent(html -> json.add("html", html));
        return json.build();
    }

    private static String key(MailTemplate template) {
        return template.kind().ordinal() + " " + template.language();
    }
}
